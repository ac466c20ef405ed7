using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>Methods of at most 40 lines; a step's method, which only says who does the work, of at most 7 between its braces.</summary>
public sealed class MethodsAreShort : Rule
{
    public const int Method = 40, Step = 7;

    private static readonly string[] StepAttributes = ["Given", "When", "Then"];

    public override string Number => "H4";

    public override bool Covers(SourceFile file) => file.IsCSharp;

    public override IEnumerable<Breach> Of(SourceFile file)
    {
        foreach (var method in file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
        {
            var isStep = file.Under("src/Acceptance.Steps/Bindings/") && method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => StepAttributes.Contains(attribute.Name.ToString()));
            var start = method.AttributeLists.Count == 0 ? method.SpanStart : method.AttributeLists.Last().GetLastToken().GetNextToken().SpanStart;
            var lines = isStep && method.Body is { } body ? file.LinesIn(body.Span) - 2 : file.LinesIn(TextSpan.FromBounds(start, method.Span.End));
            if (lines > (isStep ? Step : Method))
                yield return At(file, file.LineOf(method.Span), $"the {(isStep ? "step" : "method")} {NameOf(method)} has {lines} lines, {(isStep ? Step : Method)} are allowed: {(isStep ? "move the work below the binding" : "name its parts")}");
        }
    }

    public override IEnumerable<SourceFile> Broken =>
    [
        new("src/Acceptance.Cloud/A.cs", $"class A\n{{\n    void B()\n    {{\n{string.Concat(Enumerable.Repeat("        ;\n", Method - 2))}    }}\n}}\n"),
        new("src/Acceptance.Steps/Bindings/A.cs", $"class A\n{{\n    [When(\"x\")]\n    public void B()\n    {{\n{string.Concat(Enumerable.Repeat("        ;\n", Step + 1))}    }}\n}}\n"),
    ];

    public override IEnumerable<SourceFile> Kept =>
    [
        new("src/Acceptance.Cloud/A.cs", $"class A\n{{\n    void B()\n    {{\n{string.Concat(Enumerable.Repeat("        ;\n", Method - 3))}    }}\n}}\n"),
        new("src/Acceptance.Steps/Bindings/A.cs", $"class A\n{{\n    [When(\"x\")]\n    public void B()\n    {{\n{string.Concat(Enumerable.Repeat("        ;\n", Step))}    }}\n}}\n"),
    ];

    private static string NameOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax named => named.Identifier.Text,
        _ => "operator",
    };
}
