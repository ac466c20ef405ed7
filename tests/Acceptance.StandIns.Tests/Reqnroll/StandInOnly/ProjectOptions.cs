using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

/// <summary>The properties that the build would hand to the generator: a project two folders below its root.</summary>
internal sealed class ProjectOptions(string rootNamespace, bool upstream) : AnalyzerConfigOptionsProvider
{
    public static string Root => Path.Combine(Path.GetTempPath(), "probe");

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(
            new()
            {
                ["build_property.RootNamespace"] = rootNamespace,
                ["build_property.UpstreamPackages"] = upstream ? "true" : "false",
                ["build_property.ProjectDir"] = Path.Combine(Root, "tests", "Probe") + Path.DirectorySeparatorChar,
            }
        );

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options([]);

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
