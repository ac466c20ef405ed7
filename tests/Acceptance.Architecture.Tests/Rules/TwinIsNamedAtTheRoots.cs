using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// Only who puts a cloud together names the twin: the composition root, the command line, and the tests of the two.
/// </summary>
public sealed class TwinIsNamedAtTheRoots : Rule
{
    private static readonly string[] Roots =
    [
        "src/Acceptance.Cloud.Twin/",
        "src/Acceptance.Cli/",
        "tests/Acceptance.Features/Composition/",
        "tests/Acceptance.Twin.Tests/",
        "tests/Acceptance.Live.Tests/",
        "tests/Acceptance.Runs.Tests/Dark/",
        "tests/Acceptance.Runs.Tests/Hostile/",
        "tests/Acceptance.Runs.Tests/Programs/",
        "tests/Acceptance.Runs.Tests/Untidy/",
        "tests/Acceptance.Cli.Tests/",
        "tests/Acceptance.Conformance.Tests/",
        "tests/Acceptance.Benchmarks/",
        "tests/Acceptance.Architecture.Tests/",
        "tests/Acceptance.Worlds/",
        "tests/Acceptance.Worlds.Tests/",
    ];

    public override string Number => "H8";

    public override bool Covers(SourceFile file) => file.IsCSharp && !file.Under(Roots);

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .OfType<QualifiedNameSyntax>()
            .Where(name => name.ToString() == "Acceptance.Cloud.Twin")
            .Select(name =>
                At(
                    file,
                    file.LineOf(name.Span),
                    "Acceptance.Cloud.Twin is named here: ask the ports, the composition root decides who answers"
                )
            );

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/Acceptance.Steps/A.cs", "using Acceptance.Cloud.Twin;\n"),
            new("src/Acceptance.Cloud.Live/A.cs", "using Acceptance.Cloud.Twin.World;\n"),
            new("tests/Acceptance.Features/A.cs", "class A { Acceptance.Cloud.Twin.Twin B; }\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new(
                "src/Acceptance.Steps/A.cs",
                "using Acceptance.Cloud;\n// Acceptance.Cloud.Twin is beside the drivers.\n"
            ),
        ];
}
