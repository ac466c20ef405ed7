using System.Text.RegularExpressions;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// No note of work left lying in a comment, a feature or a page: what is missing stands in an issue, not here.
/// </summary>
public sealed class NothingUnfinished : Rule
{
    // Written apart, so that this file does not hold what it forbids.
    private static readonly string[] Words =
    [
        "TO" + "DO",
        "FIX" + "ME",
        "X" + "XX",
        "HA" + "CK",
        "W" + "IP",
        "TB" + "D",
        "lorem " + "ipsum",
    ];

    private static readonly Regex Note = new(
        $@"(?://|#|<!--|^\s*\*|/\*)[^""\n]*\b({string.Join('|', Words)})\b",
        RegexOptions.Multiline
    );

    private static readonly Regex Throws = new(@"throw new Not" + @"ImplementedException\(\)");

    public override string Number => "H14";

    public override bool Covers(SourceFile file) => true;

    public override IEnumerable<Breach> BreachesIn(SourceFile file) =>
        Note.Matches(file.Text)
            .Where(match => !match.Value.StartsWith("///", StringComparison.Ordinal))
            .Select(match =>
                At(
                    file,
                    file.LineAt(match.Groups[1].Index),
                    $"{match.Groups[1].Value} notes unfinished work: finish it, or open an issue"
                )
            )
            .Concat(
                Throws
                    .Matches(file.Text)
                    .Select(match =>
                        At(
                            file,
                            file.LineAt(match.Index),
                            "a method that is not implemented and does not say why: implement it, or take it away"
                        )
                    )
            );

    public override IEnumerable<SourceFile> Broken =>
        [
            new("src/A.cs", $"class A;\n// {Words[0]}: later\n"),
            new("a.sh", $"# {Words[1]}\n"),
            new("src/A.cs", "void A() => throw new Not" + "ImplementedException();\n"),
            new("README.md", $"<!-- {Words[5]} -->\n"),
        ];

    public override IEnumerable<SourceFile> Kept => [new("src/A.cs", $"var a = \"{Words[0]}: the profile's name\";\n")];
}
