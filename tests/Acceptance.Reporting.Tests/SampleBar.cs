using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Shells;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Reporting.Tests;

/// <summary>The scenarios of the bar, each kept, in the order of a run.</summary>
internal static class SampleBar
{
    private static readonly (
        string Tag,
        string Layer,
        string Feature,
        string Title,
        Permit Needs,
        string Because
    )[] Promises =
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

    public static List<ScenarioRecord> Kept()
    {
        var scenarios = Promises
            .Select(
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
                            $"{one.Because}",
                            Read($"GET https://127.12.4.50:5000/v3/{one.Tag} -> 200", one.Because)
                        ),
                        Samples.Start.AddMinutes(4 * index)
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
                Samples.Start.AddMinutes(52)
            )
        );
        return scenarios;
    }

    public static ScenarioRecord Scenario(
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

    public static Evidence Read(string asked, string excerpt) =>
        new(
            $"{asked}",
            asked.StartsWith("GET ", StringComparison.Ordinal) ? $"curl -s {asked.Split(' ')[1]}" : Pasted(asked),
            Excerpt.From(excerpt, new(), lines: 1_000, length: 100_000),
            Samples.Start
        );

    private static ByHand Pasted(string ours)
    {
        ByHand command = $"";
        command.AppendLiteral(ours);
        return command;
    }
}
