using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// A line of code has at most 120 columns: a comment is wrapped, a message is cut at a clause. A longer one holds a
/// text that must stay as it is: a verbatim or raw literal, or a literal without a space to cut at. How many of these
/// there may be is asked of the whole tree (<see cref="HouseRulesTests"/>).
/// </summary>
public sealed class LinesAreReadable : Rule
{
    public const int Columns = 120;

    /// <summary>How many of a thousand lines may be longer.</summary>
    public const int LongOfThousand = 5;

    public override string Number => "H23";

    public override bool Covers(SourceFile file) => file.IsCSharp;

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        if (!file.Lines.Any(line => line.Length > Columns))
            yield break;
        TextSpan[] stay = [.. file.Syntax.DescendantNodes().Where(MustStay).Select(text => text.Span)];
        foreach (var line in file.Syntax.SyntaxTree.GetText().Lines.Where(line => line.Span.Length > Columns))
            if (line.Span.Length - stay.Sum(text => text.Intersection(line.Span)?.Length ?? 0) > Columns)
                yield return At(
                    file,
                    line.LineNumber + 1,
                    $"the line has {line.Span.Length} columns, {Columns} are allowed: "
                        + "wrap the comment, cut the message at a clause, or name a part"
                );
    }

    public override IEnumerable<SourceFile> Broken =>
        [
            Sample($"    // {Words}"),
            Sample($"    /// <summary>{Words}</summary>"),
            Sample($"    string B() => \"{Words}\";"),
            Sample($"    string B(int c) => $\"{{c}} {Words}\";"),
            Sample($"    int C({string.Join(", ", Enumerable.Range(0, 16).Select(one => $"int number{one}"))}) => 1;"),
            Sample($"    string B() => @\"x\"; // {Words}"),
            Sample($"    string B() => \"a {Word}\";"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            Sample("    // " + new string('x', Columns - 7)),
            Sample($"    string B() => @\"{Words}\";"),
            Sample($"    string B(int c) => $@\"{{c}} {Words}\";"),
            Sample($"    string B() => \"\"\"{Words}\"\"\";"),
            Sample($"    string B(int c) => $$\"\"\"{{{{c}}}} {Words}\"\"\";"),
            Sample($"    string B() =>\n        \"\"\"\n        {Words}\n        \"\"\";"),
            Sample($"    string B() => \"{Word}\";"),
        ];

    private static SourceFile Sample(string member) => new("src/Acceptance.Cloud/A.cs", $"class A\n{{\n{member}\n}}\n");

    private static string Word { get; } = new('x', Columns);

    private static string Words { get; } = string.Join(' ', Enumerable.Repeat("words", 24));

    /// <summary>A text that is its own layout (verbatim, raw), or has no place to be cut at.</summary>
    private static bool MustStay(SyntaxNode node) =>
        node switch
        {
            LiteralExpressionSyntax literal => MustStay(literal.Token.Text),
            InterpolatedStringExpressionSyntax text => MustStay(text.ToString()),
            _ => false,
        };

    private static bool MustStay(string text) =>
        text.StartsWith("@\"", StringComparison.Ordinal)
        || text.StartsWith("$@\"", StringComparison.Ordinal)
        || text.TrimStart('$').StartsWith("\"\"\"", StringComparison.Ordinal)
        || (text.Contains('"') && !text.Contains(' '));
}
