using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Reporting.Tests;

/// <summary>A run whose outside texts all say the same hostile thing.</summary>
internal static class HostileSample
{
    /// <summary>Markup and Markdown in whatever text came from outside.</summary>
    public static RunRecord Run(string canary)
    {
        var evidence = new Evidence(
            $"{canary}",
            $"{canary}",
            Excerpt.From(canary + "\n" + canary, new()),
            Samples.Start
        );
        return new RunRecord(
            canary,
            canary,
            canary,
            Permit.Destroy,
            canary,
            Samples.Start,
            Samples.Start.AddMinutes(9),
            TimeSpan.FromSeconds(2),
            [.. Ladder.Rungs.Select(rung => Climbed(canary, rung, evidence))],
            [.. Scenarios(canary, evidence)],
            [SampleDeeds.Failed(canary)],
            [$"{canary}"]
        );
    }

    private static RungRecord Climbed(string canary, Rung rung, Evidence evidence) =>
        new(
            rung,
            rung.Name == "vault"
                ? Verdict.Break($"{canary}", canary, "restart-3", evidence)
                : Verdict.Keep($"{canary}", evidence),
            Samples.Start
        );

    private static IEnumerable<ScenarioRecord> Scenarios(string canary, Evidence evidence)
    {
        var waiver = new SiteWaiver
        {
            Item = canary,
            Owner = canary,
            Reason = canary,
            Expires = Samples.Start.AddDays(3),
        };
        yield return Scenario(canary, Verdict.Break($"{canary}", canary, "restart-3", evidence), "D-011.6");
        yield return Scenario(canary, Verdict.Keep($"{canary}", evidence), "D-011.1");
        yield return Scenario(
            canary,
            new Verdict.Waived(waiver, Verdict.NotKnown($"{canary}", canary, evidence)),
            "D-011.7"
        );
        yield return Scenario(canary, new Verdict.Blocked(canary, $"{canary}"), "D-011.2");
        yield return Scenario(canary, new Verdict.NotAsked($"{canary}"), "phase-08.5");
        yield return Scenario(canary, new Verdict.Recovered($"{canary}", $"{canary}"), "D-045");
        yield return Scenario(canary, Verdict.Break($"another " + $"{canary}", canary, null, evidence));
    }

    private static ScenarioRecord Scenario(string canary, Verdict verdict, params string[] tags) =>
        new(
            canary,
            canary,
            canary,
            canary,
            ["Acceptance", canary, .. tags],
            "vault",
            Permit.Observe,
            [new StepRecord("Given", canary, canary)],
            verdict,
            Samples.Start,
            TimeSpan.FromSeconds(3),
            TimeSpan.FromSeconds(1),
            [$"{canary}", $"found, not made " + $"{canary}"]
        );
}
