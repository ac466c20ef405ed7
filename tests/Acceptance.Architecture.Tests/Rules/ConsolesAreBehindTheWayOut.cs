using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// A console is written through ConsoleWriter, which redacts and cleans: the roots hand it over, nobody else names it.
/// </summary>
public sealed class ConsolesAreBehindTheWayOut : Rule
{
    private static readonly string[] Writers = ["Out", "Error", "Write", "WriteLine", "OpenStandardOutput"];

    public override string Number => "H32";

    // A persona is a program of another cloud's: its console is what the driver reads.
    public override bool Covers(SourceFile file) =>
        file.IsCSharp
        && file.Under("src/Acceptance.", "tests/Acceptance.Features/")
        && !file.Under("src/Acceptance.Cloud.Twin/Personas/");

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access =>
                access.Expression.ToString() is "Console" or "System.Console"
                && Writers.Contains(access.Name.Identifier.Text)
                && !IsHandedOver(access)
            )
            .Select(access =>
                At(file, file.LineOf(access.Span), $"{access} is written past ConsoleWriter: hand it to one")
            );

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/Acceptance.Runs/A.cs", "class A { void B(string c) => Console.WriteLine(c); }\n"),
            new("src/Acceptance.Cli/A.cs", "class A { void B(string c) => Console.Error.WriteLine(c); }\n"),
            new("tests/Acceptance.Features/A.cs", "class A { object B() => new StreamWriter(Console.Out); }\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new("src/Acceptance.Cli/A.cs", "var a = new CommandLine(Console.Out, Console.Error);\n"),
            new("tests/Acceptance.Features/A.cs", "class A { object B() => new ConsoleWriter(Console.Error); }\n"),
            new("src/Acceptance.Runs/A.cs", "class A { object B() => Console.In; }\n"),
        ];

    private static bool IsHandedOver(MemberAccessExpressionSyntax access) =>
        access.Parent is ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax made }
        && made.Type.ToString() is "ConsoleWriter" or "CommandLine";
}
