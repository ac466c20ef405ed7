using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Tests.Hostile;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Dark;

/// <summary>
/// One thing of a healthy cloud cannot be asked: a program is not there, a port is dark, an answer breaks off. Nothing
/// is kept about what was not read, nothing is broken about what could not be asked; only where the promise is that
/// something answers, silence is an answer.
/// </summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.Self)]
public sealed class WhatCannotBeAskedTests
{
    private const int Sampled = 1;

    /// <summary>Their promise is that something answers: silence, or half an answer, is what they look for.</summary>
    private static readonly Check[] Answers =
    [
        EveryVipAnswers.Check,
        ScopeIsRight.Check,
        MagnumLists.Check,
        ManagementIsReady.Nodes,
        TenantReachesTheVip.Port,
        TenantReachesTheVip.Service,
        ManagementServerRuns.Login,
    ];

    /// <summary>Facts that a check reads and can do without, each with the reason.</summary>
    private static readonly (Check Check, string Fact, string Why)[] Spared =
    [
        (ClusterIsComplete.Health, "juju model", "it names the conductors' units in a fix"),
        (TemplateIsAsWritten.Check, "kube images", "it finds the name of what the template names by its id"),
        (TemplateIsAsWritten.Check, "flavors", "it finds the name of what the template names by its id"),
        (TemplateIsAsWritten.Check, "tenant networks", "it finds the name of what the template names by its id"),
        (FloatingIpsAnswer.Check, "provider bridges", "an address that answers needs no word of a bridge"),
        (
            FloatingIpsAnswer.Check,
            "login past the provider network",
            "an address that answers needs no login beside it"
        ),
        (HealthReadsAsExpected.Check, "juju model", "a cluster that is healthy is so with any driver"),
        (HealthReadsAsExpected.Check, "magnum conductors", "a cluster that is healthy is so with any driver"),
        (BaselineStands.Check, "tenant networks", "without them the day of the deploy is later, and less is kept"),
        (
            ClusterIsOfThisDeploy.Check,
            "tenant networks",
            "without them the day of the deploy is later, and less is kept"
        ),
    ];

    [Test]
    public async Task What_could_not_be_asked_is_not_known(CancellationToken cancel)
    {
        await using var cloud = new DarkCloud();
        var whole = await Judged(cloud);
        whole.Count(one => one.Verdict is Verdict.Kept).Should().BeGreaterThan(30);
        List<string> wrong = [];
        foreach (var dark in Breadth.Sample(cloud.All, Sampled))
        {
            cancel.ThrowIfCancellationRequested();
            dark.Begin();
            var judged = await Judged(cloud);
            dark.End();
            Tell(dark, judged);
            wrong.AddRange(Wrong(dark, whole, judged));
        }

        string.Join("\n", wrong).Should().BeEmpty("(seed {0})", Breadth.Seed);
    }

    private static IEnumerable<string> Wrong(
        Darkness dark,
        IReadOnlyList<Judgement> whole,
        IReadOnlyList<Judgement> judged
    )
    {
        foreach (var (before, now) in whole.Zip(judged))
        {
            var unread = now
                .Unread.Except(before.Unread)
                .Except(Spared.Where(one => one.Check == now.Check).Select(one => one.Fact))
                .ToArray();
            // What only a deed of a run makes true is red before it (a cluster that is gone).
            if (now.Verdict is Verdict.Broken && before.Verdict is not Verdict.Broken && !Answers.Contains(now.Check))
                yield return $"{dark}: {now.Check} is broken: {now.Verdict.Sentence}";
            else if (now.Verdict is Verdict.Kept && dark.Asked.Contains(now.Check))
                yield return $"{dark}: {now.Check} is kept, and could not be asked: {now.Verdict.Sentence}";
            else if (now.Verdict is Verdict.Kept && unread.Length > 0)
                yield return $"{dark}: {now.Check} is kept without {string.Join(", ", unread)}: {now.Verdict.Sentence}";
            else if (now.Verdict is Verdict.Unknown { WhatWasMissing: var missing } && Says(missing) is { } amiss)
                yield return $"{dark}: {now.Check} {amiss}: {missing}";
        }
    }

    /// <summary>What was missing, and where, is said in one line.</summary>
    private static string? Says(Sentence missing) =>
        missing.IsEmpty ? "says nothing"
        : missing.ToString().Contains("\uFFFD") ? "says what cannot be read"
        : null;

    private static void Tell(Darkness dark, IReadOnlyList<Judgement> judged)
    {
        var words = judged.GroupBy(one => one.Verdict.Word).Select(group => $"{group.Count()} {group.Key}");
        TestContext.Out.WriteLine($"{dark}: {string.Join(", ", words)}");
        foreach (var one in judged.Where(one => one.Verdict is Verdict.Broken or Verdict.Unknown))
            TestContext.Out.WriteLine($"    {one.Check}: {one.Verdict.Sentence}");
    }

    private static async Task<IReadOnlyList<Judgement>> Judged(DarkCloud cloud) =>
        [
            .. (await AllChecks.Of(cloud.SiteFile, cloud.Home)).Select(one => new Judgement(
                one.Check,
                one.Verdict,
                [.. one.Sheet.Readings.Where(each => IsUnread(each.Value)).Select(each => each.Key.ToString()!)]
            )),
        ];

    private static bool IsUnread(object reading) => reading.GetType().Name == nameof(Reading<object>.Unread);

    private sealed record Judgement(Check Check, Verdict Verdict, IReadOnlyList<string> Unread);
}
