using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Reporting.Tests;

/// <summary>
/// Runs of a cloud called edge-lab, as a record holds them: the shapes that reports must carry. Nothing here is read
/// from a cloud.
/// </summary>
internal static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 11, 4, 22, 10, 0, TimeSpan.Zero);

    public static SiteWaiver Snapshots { get; } =
        new()
        {
            Item = "D-011.7",
            Owner = "M. Okafor",
            Reason = "snapshots follow after the maintenance window",
            Expires = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero),
        };

    public static SiteWaiver Dns { get; } =
        new()
        {
            Item = "D-011.8",
            Owner = "M. Okafor",
            Reason = "Designate is deferred (D-019)",
            Expires = new(2027, 3, 31, 0, 0, 0, TimeSpan.Zero),
        };

    /// <summary>Everything proven: formally closed.</summary>
    public static RunRecord Green() =>
        Run(
            SampleBar.Kept(),
            mutations: SampleDeeds.All,
            notes: ["the operator's cluster web-1 stands beside ours and was left alone"]
        );

    /// <summary>Functionally accepted: the snapshots and DNS are waived, the cluster was found.</summary>
    public static RunRecord Waived()
    {
        var scenarios = SampleBar.Kept().ToList();
        Replace(
            scenarios,
            "D-011.7",
            new Verdict.Waived(
                Snapshots,
                Verdict.Break(
                    $"openstack2-1.qcow2 has no Snapshot 1",
                    "openstack2",
                    null,
                    SampleBar.Read("virsh snapshot-list openstack2", "no snapshot")
                )
            )
        );
        Replace(scenarios, "D-011.8", new Verdict.Waived(Dns, Verdict.NotKnown($"the catalog has no dns service")));
        Replace(
            scenarios,
            "phase-08.5",
            new Verdict.NotAsked($"the cluster was found, not made: it is the operator's")
        );
        Replace(scenarios, "phase-08.1", Verdict.Keep($"capi-test-1 (6de15cf4) is CREATE_COMPLETE: found, not made"));
        scenarios[^1] = scenarios[^1] with { Verdict = ExitGate.Judge(scenarios) };
        return Run(scenarios, permit: Permit.Mutate);
    }

    /// <summary>Two Vault units came back sealed; what needs a higher layer is held back.</summary>
    public static RunRecord VaultSealed()
    {
        Finding[] sealedUnits =
        [
            new(
                $"vault/1 is sealed (threshold 3 of 5)",
                "vault/1",
                "restart-3",
                SampleBar.Read(
                    "juju exec --unit vault/0,vault/1,vault/2 -- vault status -format=json",
                    "vault/1: {\"initialized\":true,\"sealed\":true,\"t\":3,\"n\":5}"
                )
            ),
            new($"vault/2 is sealed (threshold 3 of 5)", "vault/2", "restart-3", Evidence.None),
        ];
        return Dark(
            "vault",
            new Verdict.Broken(sealedUnits),
            one =>
                one.Tags.Contains("D-011.6") ? new Verdict.Broken(sealedUnits)
                : one.Tags.Contains("D-011.1")
                    ? Verdict.Break($"vault/1 is blocked: Unit is sealed", "vault/1", "restart-3")
                : null
        );
    }

    /// <summary>Juju's login expired: nothing is proven, and the one thing to do is known.</summary>
    public static RunRecord LoginExpired() =>
        Dark(
            "juju",
            Verdict.NotKnown(
                $"juju asks for a login: the macaroon expired",
                "juju-macaroon",
                SampleBar.Read("juju status -m edge:openstack --format json", "ERROR cannot get discharge ... EOF")
            ),
            _ => null,
            wall: 1.2
        );

    /// <summary>Under observe nothing may be made, so the bar stays open.</summary>
    public static RunRecord Observed()
    {
        var scenarios = SampleBar
            .Kept()
            .Select(one =>
                one.Needs == Permit.Observe
                    ? one
                    : one with
                    {
                        Verdict = new Verdict.NotPermitted($"what mutates the cloud", Permit.Mutate),
                    }
            )
            .ToList();
        Replace(scenarios, "phase-08.exit", ExitGate.Judge(scenarios));
        return Run(scenarios, permit: Permit.Observe);
    }

    /// <summary>A narrow filter, all of it kept.</summary>
    public static RunRecord Narrow() =>
        Run(
            [.. SampleBar.Kept().Where(one => one.Tags.Contains("D-011.1"))],
            filter: "Category=D-011.1",
            rungs: "juju"
        );

    /// <summary>A run of so many scenarios, each with evidence of its own.</summary>
    public static RunRecord Many(int count)
    {
        var scenarios = Enumerable
            .Range(0, count)
            .Select(number =>
                SampleBar.Scenario(
                    $"Feature {number / 12} of the bar",
                    $"Promise {number} holds while its neighbour {number % 7} is being looked at",
                    ["Acceptance", $"A{number % 12}"],
                    "vips",
                    Permit.Observe,
                    number % 40 == 0
                        ? Verdict.Break(
                            $"unit/{number} is wrong: it reads {number}",
                            $"unit/{number}",
                            "D-045",
                            SampleBar.Read($"juju exec --unit unit/{number} -- show stat", Excerpt(number))
                        )
                        : Verdict.Keep(
                            $"{number} units were asked and each said what the site calls normal",
                            SampleBar.Read(
                                $"GET https://keystone.example:5000/v3/things/{number} -> 200",
                                Excerpt(number)
                            )
                        ),
                    Start.AddSeconds(number * 2)
                )
            )
            .ToArray();
        return Run(scenarios);
    }

    public static RunRecord Run(
        IReadOnlyList<ScenarioRecord> scenarios,
        Permit permit = Permit.Mutate,
        IReadOnlyList<RungRecord>? ladder = null,
        IReadOnlyList<MutationRecord>? mutations = null,
        IReadOnlyList<string>? notes = null,
        string? filter = "Category=Acceptance",
        string rungs = "workload",
        double wall = 8.4
    ) =>
        new(
            "20261104-221000-5c9e1f",
            "edge-lab",
            "sites/edge-lab.json",
            permit,
            filter,
            Start,
            Start.AddMinutes(52).AddSeconds(12),
            TimeSpan.FromSeconds(wall),
            ladder ?? Climbed(rungs),
            scenarios,
            mutations ?? [],
            [.. (notes ?? []).Select(note => (Sentence)$"{note}")]
        );

    /// <summary>The rungs up to a red one that was tried last.</summary>
    private static RunRecord Dark(string rung, Verdict red, Func<ScenarioRecord, Verdict?> own, double wall = 3.1)
    {
        var height = Ladder.Height(rung);
        var scenarios = SampleBar
            .Kept()
            .Select(one =>
                one with
                {
                    Verdict =
                        own(one)
                        ?? (Ladder.Height(one.Layer ?? "site") >= height ? Verdict.Hold(rung, red) : one.Verdict),
                    Took = TimeSpan.FromSeconds(1),
                    Steps = [.. one.Steps.Take(1).Select(step => step with { Outcome = "skipped" })],
                }
            )
            .ToList();
        Replace(scenarios, "phase-08.exit", ExitGate.Judge(scenarios));
        var ladder = Climbed(rung).Select(one => one.Rung.Name == rung ? one with { Verdict = red } : one).ToArray();
        return Run(scenarios, ladder: ladder, wall: wall) with { Ended = Start.AddMinutes(2) };
    }

    private static RungRecord[] Climbed(string top) =>
        [
            .. Ladder.Rungs.Select(
                (rung, height) =>
                    height <= Ladder.Height(top)
                        ? new RungRecord(
                            rung,
                            Verdict.Keep($"{rung.Means}, as seen"),
                            Start.AddSeconds(4 * (height + 1))
                        )
                        : new RungRecord(rung, null, null)
            ),
        ];

    private static void Replace(List<ScenarioRecord> scenarios, string tag, Verdict verdict)
    {
        var at = scenarios.FindIndex(one => one.Tags.Contains(tag));
        scenarios[at] = scenarios[at] with { Verdict = verdict };
    }

    private static string Excerpt(int number) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, 6)
                .Select(line => $"line {line} of what number {number} said, long enough to matter to a reader")
        );
}
