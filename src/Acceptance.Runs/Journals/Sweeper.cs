using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Resources;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Journals;

/// <summary>
/// Cleans up after a run of ours that died: only what the journal says it made and what bears that run's mark. Where
/// they disagree, the thing stays and that is said.
/// </summary>
/// <param name="open">The cluster behind a kubeconfig's text.</param>
/// <param name="management">Where a pod of ours may stand that connected.</param>
public sealed class Sweeper(
    Journal journal,
    SiteWorkload? site,
    IOpenStack openStack,
    Scope tenant,
    Func<string, Reading<IKubernetes>> open,
    IKubernetes management,
    ClusterRemoval clusters,
    Gatekeeper gatekeeper,
    Action<Sentence> say
)
{
    private readonly ServiceRemoval _services = new(journal);
    private readonly Balancers _balancers = new(openStack, tenant);

    private IContainerInfra Magnum => openStack.ContainerInfra;

    public async Task Sweep()
    {
        // What a trial made ends by itself within minutes.
        JournalEntry[] left = [.. journal.LeftBehind.Where(entry => entry.Kind is not (Marks.Trust or Marks.Secret))];
        if (left.Length == 0)
            return;
        var runs = string.Join(", ", left.Select(entry => entry.Run).Distinct());
        var things = string.Join(", ", left.Select(entry => $"the {entry.Kind} {entry.Name}"));
        say($"an earlier run ({runs}) did not end: sweeping {things}");
        // Services before the cluster: their load balancers are removed by the cluster's own controller.
        await SweepServices([.. left.Where(entry => entry.Kind is "service" or "deployment")]);
        foreach (var entry in left.Where(entry => entry.Kind == Marks.Pod))
            await SweepPod(entry);
        foreach (var entry in left.Where(entry => entry.Kind == "cluster"))
            await SweepCluster(entry);
        foreach (var entry in left.Where(entry => entry.Kind == "image"))
            await SweepImage(entry);
        foreach (var entry in left)
            journal.Sweep(entry);
    }

    private async Task SweepPod(JournalEntry entry)
    {
        var pods = (await management.Pods(ServiceRemoval.Namespace)).OrStop();
        if (
            pods.FirstOrDefault(one => one.Name == entry.Name) is not { } pod
            || !Agrees(entry, pod.Labels, ServiceRemoval.Namespace)
        )
            return;
        var gone = await journal.Do(
            "sweep",
            Marks.Pod,
            pod.Name,
            null,
            () => management.DeletePod(ServiceRemoval.Namespace, pod.Name)
        );
        gone.OrBreak(pod.Name, null);
    }

    private async Task SweepCluster(JournalEntry entry)
    {
        var listed = (await openStack.ClustersOf(tenant)).OrStop();
        foreach (var one in listed.Where(one => one.Name == entry.Name))
        {
            var cluster = (await Magnum.Cluster(tenant, one.Uuid)).OrStop();
            if (Agrees(entry, cluster.Labels, cluster.Uuid))
                await clusters.Remove("sweep", cluster);
        }
    }

    private async Task SweepServices(IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count == 0)
            return;
        var listed = (await openStack.ClustersOf(tenant)).OrStop();
        if (listed.FirstOrDefault(one => one.Name == site?.Cluster) is not { } found)
            return;
        var cluster = (await Magnum.Cluster(tenant, found.Uuid)).OrStop();
        // A cluster that the same dead run made goes as a whole.
        if (entries.Any(entry => Marks.Bears(cluster.Labels, entry.Run)))
            return;
        var api = open((await Magnum.Kubeconfig(tenant, cluster)).OrStop()).OrStop();
        foreach (var entry in entries.DistinctBy(entry => entry.Name))
            await SweepService(api, entry);
    }

    private async Task SweepService(IKubernetes api, JournalEntry entry)
    {
        var services = (await api.Services(ServiceRemoval.Namespace)).OrStop();
        var deployments = (await api.Deployments(ServiceRemoval.Namespace)).OrStop();
        var service = services.FirstOrDefault(one => one.Name == entry.Name);
        // Both go by the one name: both must be ours.
        IReadOnlyDictionary<string, string>[] labels =
        [
            .. deployments.Where(one => one.Name == entry.Name).Select(one => one.Labels),
            .. service is null ? [] : new[] { service.Labels },
        ];
        if (labels.Length == 0 || !labels.All(one => Agrees(entry, one, ServiceRemoval.Namespace)))
            return;
        var balancer =
            service?.LoadBalancerAddresses.Count > 0
                ? (await _balancers.AtAddress(service.LoadBalancerAddresses[0])).Parts
                : null;
        await _services.Remove(api, entry.Name);
        if (balancer is not null)
            await UntilGone(balancer, entry.Name);
    }

    private Task<bool> UntilGone(BalancerParts balancer, string name) =>
        gatekeeper.Until<bool>(
            "service teardown",
            $"nothing is left of the swept Service {name}",
            name,
            async () =>
                (await _balancers.Remnants(balancer)).Any(kind => kind.Value.Count > 0)
                    ? new Observation<bool>.NotYet($"its load balancer is still there")
                    : new Observation<bool>.Reached(true)
        );

    private async Task SweepImage(JournalEntry entry)
    {
        var named = (await openStack.Images.Named(Scope.Admin, entry.Name)).OrStop();
        foreach (
            var image in named.Where(one =>
                one.Id == entry.Id
                && one.Status.Known is ImageStatus.Queued or ImageStatus.Uploading or ImageStatus.Importing
                && Agrees(entry, one.Properties, one.Id)
            )
        )
            (
                await journal.Do(
                    "sweep",
                    "image",
                    image.Name,
                    image.Id,
                    () => openStack.Images.Delete(Scope.Admin, image.Id)
                )
            ).OrBreak(image.Id, null);
    }

    // A line in a file is a claim: without the mark on the thing itself it removes nothing.
    private bool Agrees(JournalEntry entry, IReadOnlyDictionary<string, string> labels, string id)
    {
        if (Marks.Bears(labels, entry.Run))
            return true;
        say(
            $"the {entry.Kind} {entry.Name} ({id}) stays: the journal says that the run {entry.Run} made it, "
                + $"and it bears no mark of that run"
        );
        return false;
    }
}
