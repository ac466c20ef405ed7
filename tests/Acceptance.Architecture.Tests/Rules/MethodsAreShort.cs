using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// Methods of at most 1,200 characters without indentation (a budget of lines is met by longer lines); a step's
/// method, which only says who does the work, of at most 450.
/// </summary>
public sealed class MethodsAreShort : Rule
{
    public const int MethodCharacters = 1_200,
        StepCharacters = 450;

    private static readonly string[] StepAttributes = ["Given", "When", "Then"];

    public override string Number => "H4";

    public override bool Covers(SourceFile file) => file.IsCSharp;

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        foreach (var method in file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
        {
            var most = IsStep(method, file) ? StepCharacters : MethodCharacters;
            if (CharactersOf(method, file) is var characters && characters > most)
                yield return At(file, file.LineOf(method.Span), TooLong(method, characters, most));
        }
    }

    public override IEnumerable<SourceFile> Broken => [Method(MethodCharacters + 1), Step(StepCharacters + 1)];

    public override IEnumerable<SourceFile> Kept => [Method(MethodCharacters), Step(StepCharacters)];

    private static int CharactersOf(BaseMethodDeclarationSyntax method, SourceFile file)
    {
        var start =
            method.AttributeLists.Count == 0
                ? method.SpanStart
                : method.AttributeLists.Last().GetLastToken().GetNextToken().SpanStart;
        return SourceFile.CharactersOf(file.Text[start..method.Span.End]);
    }

    private static bool IsStep(BaseMethodDeclarationSyntax method, SourceFile file) =>
        file.Under("src/Acceptance.Steps/Bindings/")
        && method
            .AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => StepAttributes.Contains(attribute.Name.ToString()));

    private static string TooLong(BaseMethodDeclarationSyntax method, int characters, int most) =>
        $"the method {NameOf(method)} has {characters} characters, {most} are allowed: "
        + $"{(most == StepCharacters ? "move the work below the binding" : "name its parts")}";

    private static SourceFile Method(int characters) =>
        new("src/Acceptance.Cloud/A.cs", $"class A\n{{\n    void B() {{{new string(';', characters - 11)}}}\n}}\n");

    private static SourceFile Step(int characters) =>
        new(
            "src/Acceptance.Steps/Bindings/A.cs",
            $"class A\n{{\n    [When(\"x\")]\n    public void B() {{{new string(';', characters - 18)}}}\n}}\n"
        );

    private static string NameOf(BaseMethodDeclarationSyntax method) =>
        method switch
        {
            MethodDeclarationSyntax named => named.Identifier.Text,
            ConstructorDeclarationSyntax named => named.Identifier.Text,
            _ => "operator",
        };
}
