using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>No type and no path is called after nothing: what it does has a word in the field.</summary>
public sealed partial class NamesAreOfTheField : Rule
{
    private static readonly string[] Empty =
    [
        "Util",
        "Utils",
        "Utility",
        "Utilities",
        "Helper",
        "Helpers",
        "Common",
        "Commons",
        "Manager",
        "Managers",
        "Misc",
    ];

    /// <summary>Names that are the field's own.</summary>
    private static readonly Dictionary<string, string> Ours = new()
    {
        ["ControllerManager"] = "the program of Kubernetes (kube-controller-manager) that the twin plays",
        ["CommonCauses"] = "DESIGN's own word: of each common cause the first scenario fails and the rest are ignored",
    };

    public override string Number => "H6";

    public override bool Covers(SourceFile file) => !file.IsStandIn;

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        foreach (var name in file.Path.Split('/', '.').Where(IsEmpty))
            yield return At(file, 1, $"the path says {name}, which says nothing: name it after what it does");
        if (!file.IsCSharp)
            yield break;
        foreach (
            var type in file
                .Syntax.DescendantNodes()
                .OfType<BaseTypeDeclarationSyntax>()
                .Where(type => IsEmpty(type.Identifier.Text))
        )
            yield return At(
                file,
                file.LineOf(type.Identifier.Span),
                $"the type {type.Identifier.Text} is named after nothing: name it after what it does"
            );
    }

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/Acceptance.Cloud/StringHelper.cs", "namespace Acceptance.Cloud;\n"),
            new("src/Acceptance.Cloud/Common/A.cs", "namespace Acceptance.Cloud;\n"),
            new("features/misc/a.feature", "Feature: A\n"),
            new(
                "src/Acceptance.Cloud/A.cs",
                "namespace Acceptance.Cloud;\n\npublic record A\n{\n    private class HTTPUtils;\n}\n"
            ),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new("src/Acceptance.Cloud/Coreutils/A.cs", "class MiscellaneousTenant;\n"),
            new("src/Acceptance.Cloud/CommonCauses.cs", "class CommonCauses;\n"),
        ];

    private static bool IsEmpty(string name) =>
        !Ours.ContainsKey(name)
        && Word().Matches(name).Any(word => Empty.Contains(word.Value, StringComparer.OrdinalIgnoreCase));

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")]
    private static partial Regex Word();
}
