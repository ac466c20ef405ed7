using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

/// <summary>A feature file that is on no disk.</summary>
internal sealed class FeatureText(string name, string text) : AdditionalText
{
    public override string Path => System.IO.Path.Combine(ProjectOptions.Root, "features", name);

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
