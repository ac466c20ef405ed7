using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>The admin failover of the cluster's API load balancer, with the API asked without pause beside it.</summary>
/// <param name="room">Whether a host can take the amphora that replaces the old one.</param>
/// <param name="blip">How long the API may pause.</param>
public sealed class ApiFailover(
    WorkloadCluster cluster,
    Balancers balancers,
    ILoadBalancing octavia,
    Func<Task<Verdict>> room,
    TimeSpan blip,
    Deeds deeds,
    Gatekeeper gatekeeper,
    IHttpProbe http,
    ICloudClock clock
)
{
    private static readonly TimeSpan ProbesEvery = TimeSpan.FromSeconds(0.5);
    private readonly List<(DateTimeOffset At, bool Answered)> _asked = [];
    private readonly List<string> _operating = [];
    private IKubernetes? _api;
    private Evidence _evidence = Evidence.None;

    public LoadBalancer? Before { get; private set; }

    public LoadBalancer? After { get; private set; }

    private (BalancerParts Parts, string[] Nodes, string[] Pods) _then;
    private (BalancerParts Parts, string[] Nodes, string[] Pods) _now;

    /// <summary>Finds the balancer, and asks Placement for the room that the replacement needs.</summary>
    public async Task Prepare()
    {
        deeds.Demand(Permit.Mutate, "a failover of the API load balancer");
        _api = await cluster.Api();
        await deeds.Hold();
        var (found, _) = await balancers.AtAddress(_api.Server.Host);
        var shown = await octavia.LoadBalancer(Scope.Admin, found.Id);
        Before = shown.OrStop();
        if (Before.Provisioning == "ERROR")
            throw new VerdictException(
                Verdict.Break(
                    $"the load balancer {Before.Name} ({Before.Id}) is ERROR while it reads {Before.Operating}",
                    Before.Id,
                    "LB-failover",
                    shown.Evidence
                )
            );
        _then = await Look();
        (await room()).OrStop();
    }

    public async Task FailOver()
    {
        var ended = false;
        var probe = gatekeeper.Meanwhile(ProbesEvery, () => ended, Ask);
        try
        {
            var asked = await deeds.Journal.Do(
                "failover",
                "load balancer",
                Before!.Name,
                Before.Id,
                () => octavia.Failover(Before.Id)
            );
            _evidence = asked.Evidence;
            asked.OrBreak(Before.Id, "LB-failover");
            var began = clock.Now;
            After = await gatekeeper.Until(
                "failover",
                $"the load balancer {Before.Name} is active again",
                Before.Id,
                () => LookAtBalancer(began)
            );
        }
        finally
        {
            ended = true;
            await probe;
        }

        _now = await Look();
    }

    public Verdict JudgeBalancer() =>
        Verdict.All(
            FailoverKeptItsPromises.JudgeBalancer(Before!, After!, _operating, _evidence),
            FailoverKeptItsPromises.JudgeFloatingIp(
                _then.Parts.FloatingAddress,
                _now.Parts.FloatingAddress,
                Before!.Name,
                _evidence
            ),
            FailoverKeptItsPromises.JudgeAmphorae(_then.Parts.Amphorae, _now.Parts.Amphorae, Before.Name, _evidence)
        );

    public Verdict JudgeBlip() => FailoverKeptItsPromises.JudgeBlip(new ProbeLog(_asked), blip, Before!.Id, _evidence);

    public Verdict JudgeUntouched() =>
        Verdict.All(
            FailoverKeptItsPromises.JudgeUntouched("nodes", _then.Nodes, _now.Nodes, _evidence),
            FailoverKeptItsPromises.JudgeUntouched("pods", _then.Pods, _now.Pods, _evidence)
        );

    // Any answer is an answer: an anonymous question may well be refused politely.
    private async Task Ask()
    {
        var at = clock.Now;
        var answer = await http.Ask(new Uri(_api!.Server, "/version"), _api.CaPem);
        _asked.Add((at, answer is Reading<Acceptance.Cloud.Hosts.HttpAnswer>.Seen));
    }

    private async Task<Observation<LoadBalancer>> LookAtBalancer(DateTimeOffset began)
    {
        var read = await octavia.LoadBalancer(Scope.Admin, Before!.Id);
        var now = read.OrStop();
        _operating.Add(now.Operating);
        if (now.Provisioning == "ERROR")
        {
            var noRoom = await room() is Verdict.Broken;
            return new Observation<LoadBalancer>.Never(
                $"ERROR after {(clock.Now - began).TotalSeconds:0} s{(noRoom ? ", and no host has room for its amphora" : "")}: do not retry blind, each attempt leaves a zombie",
                noRoom ? "amphora-headroom" : "LB-failover",
                read.Evidence
            );
        }

        return now.Provisioning switch
        {
            "ACTIVE" => new Observation<LoadBalancer>.Reached(now),
            var word => new Observation<LoadBalancer>.NotYet($"{word}, {now.Operating}", read.Evidence),
        };
    }

    private async Task<(BalancerParts, string[], string[])> Look()
    {
        var found = await balancers.AtAddress(_api!.Server.Host);
        var nodes = (await _api.Nodes()).OrStop().Select(node => node.Name).Order(StringComparer.Ordinal).ToArray();
        var pods = (await _api.Pods())
            .OrStop()
            .Where(pod => pod.Phase == "Running")
            .Select(pod => $"{pod.Namespace}/{pod.Name}")
            .Order(StringComparer.Ordinal)
            .ToArray();
        return (found.Parts, nodes, pods);
    }
}
