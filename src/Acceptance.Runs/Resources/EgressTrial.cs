using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>
/// A throwaway pod of the management cluster that connects to the VIP which tenants must reach, and is taken away
/// again (phase-06, gate 2; D-035).
/// </summary>
public sealed class EgressTrial
{
    private readonly IKubernetes _management;
    private readonly Site _site;
    private readonly Deeds _deeds;
    private readonly Gatekeeper _gatekeeper;
    private readonly FactBook _facts;
    private readonly SharedOnce<Reading<Pod>> _once;

    public EgressTrial(IKubernetes management, Site site, Deeds deeds, Gatekeeper gatekeeper, FactBook facts)
    {
        (_management, _site, _deeds, _gatekeeper, _facts) = (management, site, deeds, gatekeeper, facts);
        Name = Marks.Named(Marks.Pod, deeds.Journal.RunId);
        _once = new("a pod that connects", Tried);
    }

    private string Name { get; }

    /// <summary>Once a run; how far the pod came is put into the facts, for the checks to judge.</summary>
    public Task Try() => _once.Get();

    private async Task<Reading<Pod>> Tried()
    {
        _deeds.Demand(Permit.Mutate, $"starting a pod and taking it away");
        await _deeds.Hold();
        var made = await _deeds.Journal.Do(
            "create",
            Marks.Pod,
            Name,
            null,
            () => _management.CreatePod(ServiceRemoval.Namespace, Wanted())
        );
        var seen = made is Reading<Done>.Seen ? await Watched() : made.As<Pod>();
        _facts.Put(ManagementFacts.PodThatConnects, seen);
        return seen;
    }

    private async Task<Reading<Pod>> Watched()
    {
        var (last, _) = await _gatekeeper.Settle("pod connect", await Look(), HasNotEnded, Look);
        var gone = await _deeds.Journal.Do(
            "delete",
            Marks.Pod,
            Name,
            null,
            () => _management.DeletePod(ServiceRemoval.Namespace, Name)
        );
        gone.OrBreak(Name, null);
        _deeds.Journal.Removed(Marks.Pod, Name);
        return last;
    }

    private async Task<Reading<Pod>> Look()
    {
        var pods = await _management.Pods(ServiceRemoval.Namespace);
        return pods.ValueOrDefault?.FirstOrDefault(pod => pod.Name == Name) is { } ours ? pods.Map(_ => ours)
            : pods is Reading<IReadOnlyList<Pod>>.Unread ? pods.As<Pod>()
            : new Reading<Pod>.Unread(Unreadable.NotFound, $"the pod {Name} is gone", pods.Evidence);
    }

    private static bool HasNotEnded(Reading<Pod> seen) =>
        seen.ValueOrDefault?.Phase.Known is not (PodPhase.Succeeded or PodPhase.Failed);

    private PodRequest Wanted() =>
        new(
            Name,
            (_site.Workload?.RoundRobin ?? new SiteRoundRobin()).Image,
            ["/agnhost", "connect", _site.Management!.ReachableFromTenant.Authority],
            Marks.Of(_deeds.Journal.RunId)
        );
}
