using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// Live's Shell is the only place of the suite that starts a process, through CliWrap; the twin's personas have their
/// own (DESIGN 3), and `twin run` starts the command it is given.
/// </summary>
public sealed class ProcessesStartInOnePlace : Rule
{
    private static readonly string[] Starters = ["Process", "ProcessStartInfo", "CliWrap"];

    public override string Number => "H16";

    public override bool Covers(SourceFile file) =>
        file.IsCSharp
        && file.Under("src/Acceptance.")
        && !file.Under(
            "src/Acceptance.Cloud.Live/Shell/",
            "src/Acceptance.Cloud.Twin/Personas/",
            "src/Acceptance.Cli/Twins/Running/"
        );

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name =>
                Starters.Contains(name.Identifier.ValueText)
                && name.Parent
                    is ObjectCreationExpressionSyntax
                        or UsingDirectiveSyntax
                        or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Start" }
            )
            .Select(name =>
                At(
                    file,
                    file.LineOf(name.Span),
                    $"{name.Identifier.ValueText} starts a process: go through Live's Shell"
                )
            );

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/Acceptance.Steps/A.cs", "class A { void B() => Process.Start(\"juju\"); }\n"),
            new("src/Acceptance.Cloud.Live/Juju/A.cs", "using CliWrap;\n"),
            new("src/Acceptance.Cli/A.cs", "var a = new ProcessStartInfo();\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new("src/Acceptance.Cloud.Live/Shell/Shell.cs", "using CliWrap;\n"),
            new("src/Acceptance.Steps/A.cs", "class A { int B(Process x) => x.Id; }\n"),
        ];
}
