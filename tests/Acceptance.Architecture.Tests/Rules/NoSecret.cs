using System.Text.RegularExpressions;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// Nothing that looks like a secret: what tests need of that kind is made when they run, or is plainly a word.
/// </summary>
public sealed partial class NoSecret : Rule
{
    // Written apart, so that this file does not hold what it forbids.
    private const string Begin = "-----BEGIN " + "RSA PRIVATE KEY-----",
        Assigned = "pass" + "word=";

    /// <summary>Words in tests that open nothing anywhere.</summary>
    private static readonly string[] Words =
    [
        "hunter2",
        "pw-secret",
        "t0ken",
        "nonsense",
        "secret",
        "password",
        "half",
        "made-for-this-test",
        "neutral",
    ];

    public override string Number => "H12";

    public override bool Covers(SourceFile file) => true;

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        foreach (Match match in Key().Matches(file.Text))
            yield return At(file, file.LineAt(match.Index), "a private key stands here: make it when it is needed");
        foreach (Match match in Value().Matches(file.Text).Where(match => !Words.Contains(match.Groups["value"].Value)))
            yield return At(
                file,
                file.LineAt(match.Index),
                $"{match.Groups["name"].Value} has a value here: name the place it is kept in, "
                    + "or make it when it is needed"
            );
        foreach (Match match in Token().Matches(file.Text))
            yield return At(
                file,
                file.LineAt(match.Index),
                "a token of a known form stands here: make it when it is needed"
            );
    }

    public override IEnumerable<SourceFile> Broken =>
        [
            new("tests/key.pem", Begin + "\nMIIEowIBAAKCAQEAx3nFz0c4b8yHq9Jm1n2K5w7xT6rP0aVb3Qe8ZsYd4Lg1Hf\n"),
            new("sites/a.json", "\"x\": \"y\",\n\"" + "pass" + "word\": \"correct horse\"\n"),
            new("a.sh", "export OS_" + Assigned.ToUpperInvariant() + "Tr0ub4dor\n"),
            new("src/A.cs", "var a = \"ghp_" + "0123456789abcdefghijABCDEFGHIJ012345\";\n"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            new(
                "src/A.cs",
                "$\"" + Assigned + "{secret}\"; Password = options.Password; // " + Assigned + "... is refused\n"
            ),
            new("features/lines/a.sh", Assigned + "\"$PASSWORD\"\n"),
        ];

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\n|\r?\n)\s*(?:[A-Za-z0-9+/=]{40,})")]
    private static partial Regex Key();

    [GeneratedRegex(
        """(?<name>\b\w*(?:password|passwd|client_?secret|api_?key|access_?token|secret_?key)\b)["']?\s*[:=]\s*(?:["'](?<value>[^"'\s{}$<>.()][^"'{}$<>]{3,})["']|(?<=[A-Z]=)(?<value>[^\s"'{}$<>.()]{6,}))""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Value();

    [GeneratedRegex(
        @"\b(?:ghp_[A-Za-z0-9]{36}|github_pat_\w{40,}|AKIA[0-9A-Z]{16}|xox[bp]-[\w-]{20,}|hvs\.[A-Za-z0-9]{24,}|sk-[A-Za-z0-9]{32,})\b"
    )]
    private static partial Regex Token();
}
