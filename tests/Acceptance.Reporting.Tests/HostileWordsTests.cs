using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Secrets;
using Acceptance.Decisions.Runs;

namespace Acceptance.Reporting.Tests;

/// <summary>
/// S17, S18: whatever a cloud says in whatever field, what leaves the process holds no secret, no order to a terminal
/// or a pipeline, and an end.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class HostileWordsTests : IDisposable
{
    private const string Learned = "canary-of-a-password+1/2";

    // Made here: a secret's form stands in no file of ours.
    private static readonly string VaultToken = "hvs." + new string('a', 12) + new string('7', 12);
    private static readonly string Share = new string('p', 22) + new string('8', 22);
    private static readonly string Hex = new string('0', 10) + new string('b', 10);

    private readonly string _folder = Directory.CreateTempSubdirectory("hostile-").FullName;

    private static readonly (string Name, string Text)[] Words =
    [
        ("controls", "a\u001b]0;title\u0007\u001b[31mred\u009b2Jb\u007f\u0000c"),
        ("directions", "a\u202egpj.exe\u2066b\u200f\u061c\u2069"),
        ("breaks", "one\r\n::error::two\n##vso[task.complete]three\u2028::warning::four\u0085five\r::six"),
        ("orders", "::error::a ##vso[task.setvariable variable=x]b ##[error]c ##teamcity[d]"),
        ("a lone surrogate", "a\ud800b\udc00c\ufffe"),
        ("one letter, 64 KB of it", new string('x', 65_536)),
        ("a page", "</script><script>alert(1)</script><!-- --> ]]> | [x](javascript:alert(1)) `x` ```"),
    ];

    private static readonly string[] Secrets =
    [
        Learned,
        Uri.EscapeDataString(Learned),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Learned)),
        VaultToken,
        Share,
        Hex,
        "sha256~8a1c5d7e9f",
    ];

    private static IEnumerable<TestCaseData> Cases =>
        Words.Select(one => new TestCaseData(one.Text).SetArgDisplayNames(one.Name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Cases))]
    public void What_leaves_is_text(string words)
    {
        foreach (var (name, text, _) in Left(HostileSample.Run(words)))
        {
            text.Where(IsAnOrder).Should().BeEmpty("{0} is read by terminals", name);
            text.Should().NotContain("\\u001b").And.NotContain("\\u202e", "{0} is shown by others", name);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void No_line_of_the_console_is_an_order_to_a_pipeline(string words)
    {
        var page = ConsolePage.Of(HostileSample.Run(words), [new WrittenReport(words, words, words)]);
        page.Split('\n').Should().OnlyContain(line => !line.TrimStart().StartsWith("::"));
        Agent().Matches(page).Should().BeEmpty();
        page.Length.Should().BeLessThan(200_000, "a reader's patience has an end");
    }

    [Test]
    public void No_secret_leaves()
    {
        Redaction.OfProcess.Learn(Learned);
        var words =
            $"{Learned} {Uri.EscapeDataString(Learned)} {Convert.ToBase64String(Encoding.UTF8.GetBytes(Learned))} "
            + $"{VaultToken}, Unseal Key 3: {Share}, {"api_key"}={Hex}, Authorization: Bearer sha256~8a1c5d7e9f";
        foreach (var (name, text, _) in Left(HostileSample.Run(words)))
        foreach (var secret in Secrets)
            text.Should().NotContain(secret, "of {0}", name);
    }

    [Test]
    public void What_was_cut_says_how_much_is_left() =>
        File.ReadAllText(
                Left(HostileSample.Run(new string('x', 65_536))).Single(one => one.Name == "summary.json").Path
            )
            .Should()
            .Contain("more characters)");

    private IEnumerable<(string Name, string Text, string Path)> Read()
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
            yield return (Path.GetFileName(file), File.ReadAllText(file), file);
    }

    private List<(string Name, string Text, string Path)> Left(RunRecord run)
    {
        var written = ReportWriter.Write(run, _folder);
        written.Should().OnlyContain(report => report.Failure == null);
        return [.. Read(), ("the console", ConsolePage.Of(run, written), "")];
    }

    private static bool IsAnOrder(char one) =>
        (char.IsControl(one) && one is not ('\n' or '\t'))
        || one is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
        || one is '\u2028' or '\u2029'
        || char.IsSurrogate(one);

    [GeneratedRegex("##[A-Za-z]*\\[", RegexOptions.NonBacktracking)]
    private static partial Regex Agent();
}
