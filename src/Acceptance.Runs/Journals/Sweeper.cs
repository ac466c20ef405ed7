using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Permits;
using Acceptance.Runs.Resources;

namespace Acceptance.Runs.Journals;

/// <summary>Cleans up after a run of ours that died: only what the journal says it made and what bears that run's mark.</summary>
public sealed class Sweeper(AcceptanceRun run, RunParts parts)
{
    public async Task Sweep()
    {
        var left = parts.Journal.LeftBehind;
        if (left.Count == 0)
            return;
        run.Say(
            $"an earlier run ({string.Join(", ", left.Select(entry => entry.Run).Distinct())}) did not end: sweeping {string.Join(", ", left.Select(entry => $"the {entry.Kind} {entry.Name}"))}"
        );
        // Services before the cluster: their load balancers are removed by the cluster's own controller.
        await SweepServices([.. left.Where(entry => entry.Kind is "service" or "deployment")]);
        foreach (var entry in left.Where(entry => entry.Kind == "cluster"))
            await SweepCluster(entry);
        foreach (var entry in left.Where(entry => entry.Kind == "image"))
            await SweepImage(entry);
        foreach (var entry in left)
            parts.Journal.Sweep(entry);
    }

    private async Task SweepCluster(JournalEntry entry)
    {
        var clusters = (await parts.Cloud.OpenStack.ContainerInfra.Clusters(parts.Tenant)).OrStop();
        foreach (var listed in clusters.Where(one => one.Name == entry.Name))
        {
            var cluster = (await parts.Cloud.OpenStack.ContainerInfra.Cluster(parts.Tenant, listed.Uuid)).OrStop();
            if (!Marks.Bears(cluster.Labels, entry.Run))
                continue;
            (
                await parts.Journal.Do(
                    "sweep",
                    "cluster",
                    cluster.Name,
                    cluster.Uuid,
                    () => parts.Cloud.OpenStack.ContainerInfra.DeleteCluster(parts.Tenant, cluster.Uuid)
                )
            ).OrBreak(cluster.Name, StuckDelete.Id);
            await WorkloadCluster.UntilGone(parts, cluster);
        }
    }

    private async Task SweepServices(IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count == 0)
            return;
        var clusters = (await parts.Cloud.OpenStack.ContainerInfra.Clusters(parts.Tenant)).OrStop();
        if (clusters.FirstOrDefault(one => one.Name == parts.Site.Workload!.Cluster) is not { } listed)
            return;
        var cluster = (await parts.Cloud.OpenStack.ContainerInfra.Cluster(parts.Tenant, listed.Uuid)).OrStop();
        // A cluster that the same dead run made goes as a whole.
        if (entries.Any(entry => Marks.Bears(cluster.Labels, entry.Run)))
            return;
        var kubeconfig = (await parts.Cloud.OpenStack.ContainerInfra.Kubeconfig(parts.Tenant, cluster)).OrStop();
        var api = parts.Cloud.Cluster(kubeconfig).OrStop();
        var services = (await api.Services("default")).OrStop();
        var deployments = (await api.Deployments("default")).OrStop();
        foreach (var name in entries.Select(entry => entry.Name).Distinct())
        {
            var owner = entries.First(entry => entry.Name == name).Run;
            var service = services.FirstOrDefault(one => one.Name == name && Marks.Bears(one.Labels, owner));
            if (service is null && !deployments.Any(one => one.Name == name && Marks.Bears(one.Labels, owner)))
                continue;
            var balancers = new Balancers(parts);
            var balancer =
                service?.LoadBalancerAddresses.Count > 0
                    ? (await balancers.AtAddress(service.LoadBalancerAddresses[0])).Parts
                    : null;
            await ThrowawayService.RemoveObjects(parts, api, name);
            if (balancer is not null)
                await UntilGone(balancers, balancer, name);
        }
    }

    private Task<bool> UntilGone(Balancers balancers, BalancerParts balancer, string name) =>
        parts.Gatekeeper.Until<bool>(
            "service teardown",
            $"nothing is left of the swept Service {name}",
            name,
            async () =>
                (await balancers.Remnants(balancer)).Any(kind => kind.Value.Count > 0)
                    ? new Acceptance.Decisions.Waits.Observation<bool>.NotYet("its load balancer is still there")
                    : new Acceptance.Decisions.Waits.Observation<bool>.Reached(true)
        );

    private async Task SweepImage(JournalEntry entry)
    {
        var named = (await parts.Cloud.OpenStack.Images.Named(Scope.Admin, entry.Name)).OrStop();
        foreach (
            var image in named.Where(one =>
                one.Id == entry.Id
                && one.Status.Known is ImageStatus.Queued or ImageStatus.Uploading or ImageStatus.Importing
            )
        )
            (
                await parts.Journal.Do(
                    "sweep",
                    "image",
                    image.Name,
                    image.Id,
                    () => parts.Cloud.OpenStack.Images.Delete(Scope.Admin, image.Id)
                )
            ).OrBreak(image.Id, null);
    }
}
