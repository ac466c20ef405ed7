using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>
/// The admin failover of the cluster's API load balancer, with the API asked without pause beside it.
/// </summary>
/// <param name="blip">How long the API may pause.</param>
public sealed class ApiFailover(
    WorkloadCluster cluster,
    Balancers balancers,
    ILoadBalancing octavia,
    Inquiry inquiry,
    TimeSpan blip,
    Deeds deeds,
    Gatekeeper gatekeeper,
    IHttpProbe http,
    ICloudClock clock,
    FactBook facts
)
{
    private static readonly TimeSpan ProbesEvery = TimeSpan.FromSeconds(0.5);
    private readonly List<(DateTimeOffset At, bool Answered)> _asked = [];
    private readonly List<State<OperatingStatus>> _operating = [];
    private IKubernetes? _api;
    private Evidence _evidence = Evidence.None;

    private FailoverSide? _before;

    /// <summary>Finds the balancer, and asks Placement for the room that the replacement needs.</summary>
    public async Task Prepare()
    {
        deeds.Demand(Permit.Mutate, $"a failover of the API load balancer");
        _api = await cluster.Api();
        await deeds.Hold();
        var (found, _) = await balancers.AtAddress(_api.Server.Host);
        var shown = await octavia.LoadBalancer(Scope.Admin, found.Id);
        var before = shown.OrStop();
        if (before.Provisioning.Is(ProvisioningStatus.Error))
            throw new VerdictException(
                Verdict.Break(
                    $"the load balancer {before.Name} ({before.Id}) is ERROR while it reads {before.Operating}",
                    before.Id,
                    LbFailover.Id,
                    shown.Evidence
                )
            );
        _before = await Look(before);
        (await inquiry.Ask(RoomForOneAmphora.Check)).OrStop();
    }

    /// <summary>Fails it over, and puts in what was seen of it: <see cref="ServiceFacts.Failover"/>.</summary>
    public async Task FailOver()
    {
        var before = _before!.Balancer;
        var ended = false;
        var probe = gatekeeper.Meanwhile(ProbesEvery, () => ended, Ask);
        LoadBalancer after;
        try
        {
            after = await Replace(before);
        }
        finally
        {
            ended = true;
            await probe;
        }

        var watch = new FailoverWatch(_before, await Look(after), _operating, new ProbeLog(_asked), blip);
        facts.Put(ServiceFacts.Failover, new Reading<FailoverWatch>.Seen(watch, _evidence));
    }

    private async Task<LoadBalancer> Replace(LoadBalancer before)
    {
        var asked = await deeds.Journal.Do(
            "failover",
            "load balancer",
            before.Name,
            before.Id,
            () => octavia.Failover(before.Id)
        );
        _evidence = asked.Evidence;
        asked.OrBreak(before.Id, LbFailover.Id);
        var began = clock.Now;
        return await gatekeeper.Until(
            "failover",
            $"the load balancer {before.Name} is active again",
            before.Id,
            () => LookAtBalancer(before.Id, began)
        );
    }

    // Any answer is an answer: an anonymous question may well be refused politely.
    private async Task Ask()
    {
        var at = clock.Now;
        var answer = await http.Ask(new Uri(_api!.Server, "/version"), _api.CaPem);
        _asked.Add((at, answer is Reading<Acceptance.Cloud.Hosts.HttpAnswer>.Seen));
    }

    private async Task<Observation<LoadBalancer>> LookAtBalancer(string id, DateTimeOffset began)
    {
        var read = await octavia.LoadBalancer(Scope.Admin, id);
        var now = read.OrStop();
        _operating.Add(now.Operating);
        if (now.Provisioning.Is(ProvisioningStatus.Error))
        {
            var noRoom = await inquiry.Ask(RoomForOneAmphora.Check) is Verdict.Broken;
            return new Observation<LoadBalancer>.Never(
                $"ERROR after {(clock.Now - began).TotalSeconds:0} "
                    + $"s{(noRoom ? ", and no host has room for its amphora" : "")}: "
                    + $"do not retry blind, each attempt leaves a zombie",
                noRoom ? AmphoraHeadroom.Id : LbFailover.Id,
                read.Evidence
            );
        }

        return now.Provisioning.Is(ProvisioningStatus.Active)
            ? new Observation<LoadBalancer>.Reached(now)
            : new Observation<LoadBalancer>.NotYet($"{now.Provisioning}, {now.Operating}", read.Evidence);
    }

    private async Task<FailoverSide> Look(LoadBalancer balancer)
    {
        var found = await balancers.AtAddress(_api!.Server.Host);
        var nodes = (await _api.Nodes()).OrStop().Select(node => node.Name).Order(StringComparer.Ordinal).ToArray();
        var pods = (await _api.Pods())
            .OrStop()
            .Where(pod => pod.Phase.Is(PodPhase.Running))
            .Select(pod => $"{pod.Namespace}/{pod.Name}")
            .Order(StringComparer.Ordinal)
            .ToArray();
        return new FailoverSide(balancer, found.Parts.FloatingAddress, found.Parts.Amphorae, nodes, pods);
    }
}
