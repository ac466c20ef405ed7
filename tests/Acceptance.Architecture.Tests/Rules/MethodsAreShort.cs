using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// Methods of at most 1,200 characters without indentation (a budget of lines is met by longer lines); a step's
/// method, which only says who does the work, of at most 450. Methods that were longer when the rule came stand in
/// LongMethods.tsv with their length: they may get shorter, and a row that is not needed any more is a breach.
/// </summary>
public sealed class MethodsAreShort : Rule
{
    public const int MethodCharacters = 1_200,
        StepCharacters = 450;

    private static readonly string[] StepAttributes = ["Given", "When", "Then"];

    /// <summary>File and method -> the length it had when the rule came, and may not exceed.</summary>
    private static readonly Lazy<IReadOnlyDictionary<(string File, string Method), int>> Longer = new(() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests/Acceptance.Architecture.Tests/Rules/LongMethods.tsv"))
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => (cells[0], cells[1]), cells => int.Parse(cells[2], CultureInfo.InvariantCulture))
    );

    public override string Number => "H4";

    public override bool Covers(SourceFile file) => file.IsCSharp;

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        var methods = file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>().ToArray();
        foreach (var method in methods)
        {
            var most = IsStep(method, file)
                ? StepCharacters
                : Longer.Value.GetValueOrDefault((file.Path, NameOf(method)), MethodCharacters);
            if (CharactersOf(method, file) is var characters && characters > most)
                yield return At(file, file.LineOf(method.Span), TooLong(method, characters, most));
        }

        foreach (var (_, name) in Longer.Value.Keys.Where(key => key.File == file.Path))
            if (!methods.Any(one => NameOf(one) == name && CharactersOf(one, file) > MethodCharacters))
                yield return At(file, 1, $"{name} is no longer too long: take its row out of LongMethods.tsv");
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
