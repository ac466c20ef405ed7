using Acceptance.Decisions.KnownIssues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// A known issue is named by its class (D045.Id), so that a misspelt name does not compile; the tag is written in its
/// own file alone.
/// </summary>
public sealed class KnownIssuesAreNamedByTheirClass : Rule
{
    /// <summary>D-011.4, .7 and .8 are items of the bar as well, and these two list the bar.</summary>
    private static readonly string[] Bar =
    [
        "src/Acceptance.Decisions/Gates/ExitGate.cs",
        "src/Acceptance.Reporting/Standing/BarItem.cs",
    ];

    private static readonly string[] Names =
    [
        .. KnownIssueIndex.All.SelectMany(issue => issue.Aliases.Prepend(issue.Id)),
    ];

    public override string Number => "H22";

    public override bool Covers(SourceFile file) =>
        file.IsCSharp
        && file.Under(
            "src/Acceptance.Decisions/",
            "src/Acceptance.Runs/",
            "src/Acceptance.Steps/",
            "src/Acceptance.Reporting/",
            "src/Acceptance.Cli/"
        )
        && !file.Under("src/Acceptance.Decisions/KnownIssues/")
        && !Bar.Contains(file.Path);

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
            .Where(literal =>
                literal.IsKind(SyntaxKind.StringLiteralExpression)
                && Names.Contains(literal.Token.ValueText, StringComparer.OrdinalIgnoreCase)
            )
            .Select(literal =>
                At(
                    file,
                    file.LineOf(literal.Span),
                    $"\"{literal.Token.ValueText}\" is a known issue: name it by the Id of its class"
                )
            );

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/Acceptance.Decisions/Checks/Hosts/A.cs", "class A { string Entry = \"D-045\"; }\n"),
            new("src/Acceptance.Steps/A.cs", "class A { string Entry = \"vault-sealed\"; }\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new("src/Acceptance.Decisions/Checks/Hosts/A.cs", "class A { string Entry = D045.Id; }\n"),
            new("src/Acceptance.Steps/A.cs", "class A { string Note = \"as it was (D-045)\"; }\n"),
        ];
}
