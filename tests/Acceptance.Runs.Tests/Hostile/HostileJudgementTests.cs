using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;
using Acceptance.Live.Tests.Twins;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// Every check is asked of a hostile cloud, whatever its rung stands on, while one service or program after the other
/// speaks hostile words where verdicts rest on them: no judgement throws, none is an order or a secret, and the
/// commands that they say to type do what they say.
/// </summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.All)]
public sealed class HostileJudgementTests
{
    private const int AllSeeds = 50;

    private static IReadOnlyList<int> Seeds => Breadth.Sample([.. Enumerable.Range(1, AllSeeds)], 1);

    /// <summary>Of each seed: all seeds together meet every trouble several times.</summary>
    private static int Troubles => Breadth.Whole ? 8 : 2;

    [TestCaseSource(nameof(Seeds))]
    public async Task What_is_judged_and_said_to_type_is_harmless(int seed, CancellationToken cancel)
    {
        await using var hostile = HostileCloud.Of(seed, broken: true);
        List<(Check Check, Verdict Verdict)> judged = [.. await Judged(hostile)];
        judged.Should().Contain(one => one.Verdict is Verdict.Kept).And.Contain(one => one.Verdict is Verdict.Broken);
        foreach (var trouble in Drawn(hostile))
        {
            trouble.Begin();
            var troubled = await Judged(hostile);
            trouble.End();
            IsHarmless(hostile, trouble.Name, troubled);
            judged.AddRange(troubled);
        }

        IsHarmless(hostile, "free texts", judged);
        await CommandsAreHarmless(hostile, judged, cancel);
    }

    /// <summary>First one whose every id is a canary, of a service that is asked on by ids.</summary>
    private static IEnumerable<Trouble> Drawn(HostileCloud hostile)
    {
        Trouble[] all = [.. hostile.Troubles];
        new Random(hostile.Seed).Shuffle(all);
        return all.OrderBy(one => one.Name is "placement Twisted" or "keystone Twisted" ? 0 : 1)
            .Skip(hostile.Seed % 2)
            .Take(Troubles);
    }

    private static async Task<IEnumerable<(Check, Verdict)>> Judged(HostileCloud hostile) =>
        (await AllChecks.Of(hostile.SiteFile, hostile.Twin.Home)).Select(one => (one.Check, one.Verdict));

    private static void IsHarmless(
        HostileCloud hostile,
        string when,
        IEnumerable<(Check Check, Verdict Verdict)> judged
    )
    {
        foreach (var (check, verdict) in judged)
        {
            foreach (var text in Texts(verdict))
                HostileWordsTests.Calm($"{check} with {when}", Published.Lines(text), hostile.Canaries.Secrets);
        }

        hostile.Canaries.Obeyed.Should().BeFalse("no program is told what a cloud says, with {0}", when);
    }

    private static IEnumerable<string> Texts(Verdict verdict) =>
        verdict
            .AllEvidence()
            .SelectMany(one => new object[] { one.Asked, one.ByHand, one.Excerpt }.Select(words => words.ToString()!))
            .Append(verdict.Sentence.ToString())
            .Concat(Fixes(verdict));

    /// <summary>The commands of the fixes, filled with the victims' names as a report fills them.</summary>
    private static IEnumerable<string> Fixes(Verdict verdict) =>
        Found(verdict).SelectMany(one => Commands(one.Issue, one.Finding.Victim));

    /// <summary>The same, had the victim another name.</summary>
    private static IEnumerable<string> Fixes(Verdict verdict, Canaries canaries) =>
        Found(verdict).SelectMany(one => Commands(one.Issue, canaries.At(one.Issue.Id, canaries.IsToMark)));

    private static IEnumerable<(Finding Finding, KnownIssue Issue)> Found(Verdict verdict) =>
        from finding in (verdict as Verdict.Broken)?.Findings ?? []
        let issue = KnownIssueIndex.Find(finding.Entry)
        where issue is not null
        select (finding, issue);

    private static IEnumerable<string> Commands(KnownIssue issue, string victim) =>
        Fix.Render(issue, Published.Line(victim), null)
            .Append(Fix.Render(issue.FastConfirm, Published.Line(victim), null))
            .SelectMany(step => step.Pieces)
            .Where(piece => piece.IsCommand)
            .Select(piece => piece.Text);

    private static async Task CommandsAreHarmless(
        HostileCloud hostile,
        IReadOnlyList<(Check Check, Verdict Verdict)> judged,
        CancellationToken cancel
    )
    {
        using var pasted = new PastedCommands();
        string[] questions =
        [
            .. judged
                .SelectMany(one => one.Verdict.AllEvidence())
                .Select(one => Published.Command(one.ByHand).ToString())
                .Where(command => command.Length > 0)
                .Distinct(),
        ];
        string[] fixes =
        [
            .. judged
                .SelectMany(one => Fixes(one.Verdict).Concat(Fixes(one.Verdict, hostile.Canaries)))
                .Select(Published.Line)
                .Distinct(),
        ];
        questions.Should().NotBeEmpty();
        fixes.Should().Contain(command => command.Contains(hostile.Canaries.Mark));
        var before = WorldImage.Of(hostile.Twin);
        before.Should().HaveCountGreaterThan(1_000);
        var answered = await pasted.Type(hostile.Twin, questions, cancel);
        answered.Should().BeGreaterThan(questions.Length / 2, "an operator is answered");
        string.Join("\n", WorldImage.Changes(before, WorldImage.Of(hostile.Twin))).Should().BeEmpty();
        await pasted.TypeAlone(fixes, cancel);
        pasted.Left.Should().BeEmpty("a command to type leaves nothing where it is typed");
        hostile.Canaries.Obeyed.Should().BeFalse("a command to type is the command that it looks like");
    }
}
