using System.Text.RegularExpressions;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests;

/// <summary>
/// Facts, and the verdict they must get: its word; for a broken one the victim and the entry it routes to.
/// </summary>
public sealed partial record Judged(
    string Name,
    Func<Verdict> Judge,
    string Word,
    string? Victim = null,
    string? Entry = null,
    string? Says = null
)
{
    public void Holds()
    {
        var verdict = Judge();
        verdict.Word.Should().Be(Word, "of \"{0}\" the sentence was: {1}", Name, verdict.Sentence);
        foreach (var said in Said(verdict))
            Hole().Match(said).Value.Should().BeEmpty("\"{0}\" has no name left out and no word to be filled in", said);
        if (Says is not null)
            verdict.Sentence.ToString().Should().Contain(Says);
        if (verdict is Verdict.Unknown)
            verdict.RoutesTo.Should().Be(Entry);
        if (verdict is not Verdict.Broken broken)
            return;
        Victim.Should().NotBeNull("a broken case names its victim");
        broken
            .Findings.Should()
            .Contain(
                finding => finding.Victim == Victim && finding.Entry == Entry,
                "the findings are {0}",
                broken.Findings
            );
        broken.Findings.Should().OnlyContain(finding => !finding.Sentence.IsEmpty && finding.Victim.Length > 0);
    }

    /// <summary>Every sentence of the verdict, and the fix that it leads to.</summary>
    private static IEnumerable<string> Said(Verdict verdict)
    {
        yield return verdict.Sentence.ToString();
        var findings = (verdict as Verdict.Broken)?.Findings ?? [];
        foreach (var finding in findings)
        {
            yield return finding.Sentence.ToString();
            if (KnownIssueIndex.Find(finding.Entry) is { } issue)
                foreach (var step in Fix.Render(issue, finding.Victim, Facts.WholeSite))
                    yield return string.Concat(step.Pieces.Select(piece => piece.IsCommand ? "X" : piece.Text));
        }
    }

    /// <summary>A name that is empty, a placeholder, a sentence that ends before it says what.</summary>
    [GeneratedRegex(
        @"^$|\{[A-Za-z][\w.-]*\}|""""|''|\(\)| [,;:.]( |$)|: ?[.;]|  |[ :,]$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Hole();

    public override string ToString() => Name;

    public static Judged Kept(string name, Func<Verdict> judge, string? says = null) =>
        new(name, judge, "kept", Says: says);

    public static Judged Unknown(string name, Func<Verdict> judge, string? entry = null, string? says = null) =>
        new(name, judge, "unknown", Entry: entry, Says: says);

    public static Judged Broken(string name, Func<Verdict> judge, string victim, string? entry, string? says = null) =>
        new(name, judge, "broken", victim, entry, says);
}
