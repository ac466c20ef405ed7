using Acceptance.Cloud;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Reporting.Tests;

/// <summary>Runs of a cloud called edge-lab, as a record holds them: the shapes that reports must carry. Nothing here is read from a cloud.</summary>
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
            Kept(),
            mutations: SampleDeeds.All,
            notes: ["the operator's cluster web-1 stands beside ours and was left alone"]
        );

    /// <summary>Functionally accepted: the snapshots and DNS are waived, the cluster was found.</summary>
    public static RunRecord Waived()
    {
        var scenarios = Kept().ToList();
        Replace(
            scenarios,
            "D-011.7",
            new Verdict.Waived(
                Snapshots,
                Verdict.Break(
                    "openstack2-1.qcow2 has no Snapshot 1",
                    "openstack2",
                    null,
                    Read("virsh snapshot-list openstack2", "no snapshot")
                )
            )
        );
        Replace(scenarios, "D-011.8", new Verdict.Waived(Dns, Verdict.NotKnown("the catalog has no dns service")));
        Replace(scenarios, "phase-08.5", new Verdict.NotAsked("the cluster was found, not made: it is the operator's"));
        Replace(scenarios, "phase-08.1", Verdict.Keep("capi-test-1 (6de15cf4) is CREATE_COMPLETE: found, not made"));
        scenarios[^1] = scenarios[^1] with { Verdict = ExitGate.Judge(scenarios) };
        return Run(scenarios, permit: Permit.Mutate);
    }

    /// <summary>Two Vault units came back sealed; what needs a higher layer is held back.</summary>
    public static RunRecord VaultSealed()
    {
        Finding[] sealedUnits =
        [
            new(
                "vault/1 is sealed (threshold 3 of 5)",
                "vault/1",
                "restart-3",
                Read(
                    "juju exec --unit vault/0,vault/1,vault/2 -- vault status -format=json",
                    "vault/1: {\"initialized\":true,\"sealed\":true,\"t\":3,\"n\":5}"
                )
            ),
            new("vault/2 is sealed (threshold 3 of 5)", "vault/2", "restart-3", Evidence.None),
        ];
        return Dark(
            "vault",
            new Verdict.Broken(sealedUnits),
            one =>
                one.Tags.Contains("D-011.6") ? new Verdict.Broken(sealedUnits)
                : one.Tags.Contains("D-011.1")
                    ? Verdict.Break("vault/1 is blocked: Unit is sealed", "vault/1", "restart-3")
                : null
        );
    }

    /// <summary>Juju's login expired: nothing is proven, and the one thing to do is known.</summary>
    public static RunRecord LoginExpired() =>
        Dark(
            "juju",
            Verdict.NotKnown(
                "juju asks for a login: the macaroon expired",
                "juju-macaroon",
                Read("juju status -m edge:openstack --format json", "ERROR cannot get discharge ... EOF")
            ),
            _ => null,
            wall: 1.2
        );

    /// <summary>Under observe nothing may be made, so the bar stays open.</summary>
    public static RunRecord Observed()
    {
        var scenarios = Kept()
            .Select(one =>
                one.Needs == Permit.Observe
                    ? one
                    : one with
                    {
                        Verdict = new Verdict.NotPermitted("what mutates the cloud", Permit.Mutate),
                    }
            )
            .ToList();
        Replace(scenarios, "phase-08.exit", ExitGate.Judge(scenarios));
        return Run(scenarios, permit: Permit.Observe);
    }

    /// <summary>A narrow filter, all of it kept.</summary>
    public static RunRecord Narrow() =>
        Run([.. Kept().Where(one => one.Tags.Contains("D-011.1"))], filter: "Category=D-011.1", rungs: "juju");

    /// <summary>Markup and Markdown in whatever text came from outside.</summary>
    public static RunRecord Hostile(string canary)
    {
        var evidence = new Evidence(canary, canary, canary + "\n" + canary, Start);
        var waiver = new SiteWaiver
        {
            Item = canary,
            Owner = canary,
            Reason = canary,
            Expires = Start.AddDays(3),
        };
        ScenarioRecord Bad(Verdict verdict, params string[] tags) =>
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
                Start,
                TimeSpan.FromSeconds(3),
                TimeSpan.FromSeconds(1),
                [canary, "found, not made " + canary]
            );
        return new RunRecord(
            canary,
            canary,
            canary,
            Permit.Destroy,
            canary,
            Start,
            Start.AddMinutes(9),
            TimeSpan.FromSeconds(2),
            [
                .. Ladder.Rungs.Select(rung => new RungRecord(
                    rung,
                    rung.Name == "vault"
                        ? Verdict.Break(canary, canary, "restart-3", evidence)
                        : Verdict.Keep(canary, evidence),
                    Start
                )),
            ],
            [
                Bad(Verdict.Break(canary, canary, "restart-3", evidence), "D-011.6"),
                Bad(Verdict.Keep(canary, evidence), "D-011.1"),
                Bad(new Verdict.Waived(waiver, Verdict.NotKnown(canary, canary, evidence)), "D-011.7"),
                Bad(new Verdict.Blocked(canary, canary), "D-011.2"),
                Bad(new Verdict.NotAsked(canary), "phase-08.5"),
                Bad(new Verdict.Recovered(canary, canary), "D-045"),
                Bad(Verdict.Break("another " + canary, canary, null, evidence)),
            ],
            [SampleDeeds.Failed(canary)],
            [canary]
        );
    }

    /// <summary>A run of so many scenarios, each with evidence of its own.</summary>
    public static RunRecord Many(int count)
    {
        var scenarios = Enumerable
            .Range(0, count)
            .Select(number =>
                Scenario(
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
                            Read($"juju exec --unit unit/{number} -- show stat", Excerpt(number))
                        )
                        : Verdict.Keep(
                            $"{number} units were asked and each said what the site calls normal",
                            Read($"GET https://keystone.example:5000/v3/things/{number} -> 200", Excerpt(number))
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
            notes ?? []
        );

    /// <summary>The rungs up to a red one that was tried last.</summary>
    private static RunRecord Dark(string rung, Verdict red, Func<ScenarioRecord, Verdict?> own, double wall = 3.1)
    {
        var height = Ladder.Height(rung);
        var scenarios = Kept()
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

    private static List<ScenarioRecord> Kept()
    {
        (string Tag, string Layer, string Feature, string Title, Permit Needs, string Because)[] all =
        [
            (
                "phase-08.0",
                "keystone",
                "What must stand before a cluster is made",
                "The image carries the version in its name",
                Permit.Mutate,
                "kube_version v1.34.8, os_distro ubuntu"
            ),
            (
                "phase-08.1",
                "magnum",
                "A tenant asks for a cluster",
                "A cluster is made from the template",
                Permit.Mutate,
                "capi-test-1 (6de15cf4) is CREATE_COMPLETE: made by this run"
            ),
            (
                "phase-08.2",
                "magnum",
                "A tenant asks for a cluster",
                "It is complete, with an address and its health",
                Permit.Mutate,
                "CREATE_COMPLETE, HEALTHY, https://10.12.7.180:6443"
            ),
            (
                "phase-08.3",
                "workload",
                "Every node and every addon is ready",
                "Nodes, network and addons are ready and stay so",
                Permit.Mutate,
                "3 nodes ready, 24 containers ready, no restart in 5 min"
            ),
            (
                "D-011.1",
                "juju",
                "Every charm is at rest",
                "Every unit says what the site calls normal for it",
                Permit.Observe,
                "147 units active and idle"
            ),
            (
                "D-011.2",
                "haproxy",
                "The core services answer",
                "Every core VIP answers under the site's CA",
                Permit.Observe,
                "11 VIPs answer"
            ),
            (
                "D-011.3",
                "mgmt-vm",
                "A tenant reaches the cloud's API",
                "From inside the management VM, port and HTTPS",
                Permit.Observe,
                "127.12.4.50:5000 answers 300"
            ),
            (
                "D-011.4",
                "magnum",
                "Tenants get load balancers",
                "A load balancer outlives its amphora",
                Permit.Mutate,
                "ACTIVE after 1 min 48 s, VIP and floating IP unchanged, longest gap 8 s"
            ),
            (
                "D-011.5",
                "workload",
                "End to end",
                "The cluster was made by this deploy, its controllers are steady",
                Permit.Mutate,
                "the CCM runs, 0 restarts"
            ),
            (
                "D-011.6",
                "mysql",
                "Vault is open, and the operator can open it again",
                "Every Vault unit is initialized and unsealed",
                Permit.Observe,
                "vault/0, vault/1, vault/2: initialized, unsealed"
            ),
            (
                "D-011.7",
                "jumphost",
                "A snapshot baseline stands behind the cloud",
                "Every disk carries its snapshots in order",
                Permit.Observe,
                "8 disks, Snapshot 1 and 2 in order"
            ),
            (
                "D-011.8",
                "keystone",
                "DNS is deferred",
                "The catalog has no DNS service",
                Permit.Observe,
                "no dns in the catalog"
            ),
            (
                "phase-08.5",
                "magnum",
                "What was made can be removed",
                "The cluster is deleted and leaves nothing",
                Permit.Mutate,
                "no LB, port, floating IP or server is left"
            ),
        ];
        var scenarios = all.Select(
                (one, index) =>
                    Scenario(
                        one.Feature,
                        one.Title,
                        [
                            "Acceptance",
                            one.Tag,
                            "layer:" + one.Layer,
                            one.Needs == Permit.Observe ? "observes" : "mutates",
                        ],
                        one.Layer,
                        one.Needs,
                        Verdict.Keep(
                            one.Because,
                            Read($"GET https://127.12.4.50:5000/v3/{one.Tag} -> 200", one.Because)
                        ),
                        Start.AddMinutes(4 * index)
                    )
            )
            .ToList();
        scenarios.Add(
            Scenario(
                "The exit gate",
                "Everything that the bar asks for is proven in this run",
                ["Acceptance", "phase-08.exit", "layer:site"],
                "site",
                Permit.Observe,
                ExitGate.Judge(scenarios),
                Start.AddMinutes(52)
            )
        );
        return scenarios;
    }

    private static ScenarioRecord Scenario(
        string feature,
        string title,
        string[] tags,
        string layer,
        Permit needs,
        Verdict verdict,
        DateTimeOffset at
    ) =>
        new(
            feature,
            $"{feature} matters to whoever stands on it.\nThe operator looks here first.",
            title,
            $"features/acceptance/{feature.ToLowerInvariant().Replace(' ', '-')}.feature",
            tags,
            layer,
            needs,
            [
                new StepRecord("When", "the operator looks at it", "passed"),
                new StepRecord("Then", title.ToLowerInvariant(), verdict.Passes ? "passed" : "failed"),
            ],
            verdict,
            at,
            TimeSpan.FromMinutes(3),
            TimeSpan.FromSeconds(0.4),
            []
        );

    private static void Replace(List<ScenarioRecord> scenarios, string tag, Verdict verdict)
    {
        var at = scenarios.FindIndex(one => one.Tags.Contains(tag));
        scenarios[at] = scenarios[at] with { Verdict = verdict };
    }

    private static Evidence Read(string asked, string excerpt) =>
        new(
            asked,
            asked.StartsWith("GET ", StringComparison.Ordinal) ? $"curl -s {asked.Split(' ')[1]}" : asked,
            excerpt,
            Start
        );

    private static string Excerpt(int number) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, 6)
                .Select(line => $"line {line} of what number {number} said, long enough to matter to a reader")
        );
}
