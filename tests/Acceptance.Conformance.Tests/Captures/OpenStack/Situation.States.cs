using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>States: waited for on the twin's clock, or brought about by the verb that leads there.</summary>
internal sealed partial class Situation
{
    private void Reach(Seen seen, bool force)
    {
        var wanted = StateOf(seen);
        if (wanted.Length == 0 || Ids.Of(seen.Id) is not { } id)
            return;
        for (var wait = 0; wait < 40 && Importing(seen, id); wait++)
            World.Clock.Advance(TimeSpan.FromSeconds(15));
        if (Now(seen, id) == wanted)
            return;
        if (force && seen.Service == "magnum" && World.Magnum.FindCluster(id) is { } cluster)
            ForceCluster(cluster, wanted);
        else if (force)
            lock (World.Gate)
                Guarded(() => Force(seen, id, wanted));
        var patience = seen.Service == "magnum" ? 400 : 150;
        for (
            var wait = 0;
            wait < patience && Now(seen, id) is { Length: > 0 } now && now != wanted && OnItsWay(seen, now);
            wait++
        )
            World.Clock.Advance(TimeSpan.FromSeconds(seen.Service == "magnum" ? 5 : 1));
        if (
            seen.Service == "magnum"
            && Now(seen, id) is { } still
            && still != wanted
            && World.Magnum.FindCluster(id) is { } late
        )
            Trouble?.Invoke(
                $"cluster {late.Name} is {still}, and was {wanted}: "
                    + $"{World.Magnum.LifeOf(late)?.Stack.Trouble} management {World.Management.Phase} {Stage(late)}"
            );
    }

    private static string StateOf(Seen seen)
    {
        return seen.Service switch
        {
            "octavia" when seen.Kind == "loadbalancer" => seen.Text("provisioning_status"),
            "octavia" when seen.Kind == "amphora" => seen.Text("status"),
            "nova" when seen.Kind == "server" => seen.Text("status"),
            "magnum" when seen.Kind == "cluster" => seen.Text("status"),
            "glance" when seen.Kind == "image" => seen.Text("status"),
            "neutron" when seen.Kind == "floatingip" => seen.Text("status"),
            _ => "",
        };
    }

    private string Stage(Acceptance.Cloud.Twin.World.Magnum.MagnumCluster cluster) =>
        World.Magnum.LifeOf(cluster)?.Stack is not { } stack
            ? "no life"
            : $"balancer {stack.ApiBalancer?.Provisioning.Word()}, address {stack.ApiAddress?.Address}, "
                + $"control plane {string.Join(',', stack.ControlPlanes.Select(server => server.StatusWord))}, "
                + $"workers {string.Join(',', stack.Workers.Select(server => server.StatusWord))}";

    /// <summary>The twin's image is being imported still, and the captured one was through.</summary>
    private bool Importing(Seen seen, string id) =>
        seen.Service == "glance"
        && !seen.Body.ContainsKey("os_glance_import_task")
        && World.Images.Find(id)?.Properties.ContainsKey("os_glance_import_task") == true;

    private string Now(Seen seen, string id) =>
        seen.Service switch
        {
            "octavia" when seen.Kind == "amphora" => World
                .LoadBalancing.Amphorae.FirstOrDefault(row => row.Id == id)
                ?.Status.Word()
                ?? "",
            "octavia" => Octavia.LoadBalancers.Find(id)?.Provisioning.Word() ?? "",
            "nova" => Compute.Servers.Find(id)?.StatusWord ?? "",
            "magnum" => World.Magnum.FindCluster(id)?.Status ?? "",
            "glance" => World.Images.Find(id)?.Status ?? "",
            "neutron" => World.Network.FloatingIps.Find(id)?.Status ?? "",
            _ => "",
        };

    private bool OnItsWay(Seen seen, string now) =>
        seen.Service switch
        {
            // What is being deleted comes back to nothing.
            "magnum" when now == "DELETE_IN_PROGRESS" => false,
            "nova" => Compute.Servers.Find(Ids.Of(seen.Id)!)?.TaskState is not null,
            "glance" => now is "importing" or "uploading" or "saving",
            _ => true,
        }
        && (
            now.StartsWith("PENDING", StringComparison.Ordinal)
            || now.Contains("PROGRESS", StringComparison.Ordinal)
            || now
                is "BUILD"
                    or "ACTIVE"
                    or "SHUTOFF"
                    or "REBOOT"
                    or "HARD_REBOOT"
                    or "importing"
                    or "creating"
                    or "deleting"
                    or "BOOTING"
                    or "CREATE_COMPLETE"
                    or "UPDATE_COMPLETE"
        );

    /// <summary>
    /// A cluster that stands is made to an end first. Not under the gate: its controllers need to be let in.
    /// </summary>
    private void Complete(MagnumCluster cluster)
    {
        for (
            var wait = 0;
            wait < 400 && cluster.InProgress && !cluster.Status.StartsWith("DELETE", StringComparison.Ordinal);
            wait++
        )
            World.Clock.Advance(TimeSpan.FromSeconds(5));
    }

    /// <summary>
    /// How a cluster ended is Heat's doing there and Cluster API's here; on the way it is the twin's own.
    /// </summary>
    private void ForceCluster(MagnumCluster cluster, string wanted)
    {
        if (wanted.EndsWith("_COMPLETE", StringComparison.Ordinal))
            Complete(cluster);
        if (
            wanted.EndsWith("_FAILED", StringComparison.Ordinal)
            || (wanted == "UPDATE_COMPLETE" && cluster.Status == "CREATE_COMPLETE")
        )
            (cluster.Status, cluster.UpdatedAt) = (wanted, World.Now);
        if (wanted.EndsWith("_FAILED", StringComparison.Ordinal))
            cluster.StatusReason = "No valid host was found. ";
        if (wanted != "DELETE_IN_PROGRESS" || cluster.Status == wanted)
            return;
        Complete(cluster);
        lock (World.Gate)
            World.Magnum.Delete(cluster);
    }

    /// <summary>A failover with nowhere to go, as when both compute services are disabled.</summary>
    private void FailOver(OctaviaLoadBalancer balancer)
    {
        Settled(balancer);
        if (balancer.Provisioning == ProvisioningStatus.Error)
            return;
        foreach (var node in Compute.Hypervisors)
            Compute.Hypervisors.Disable(node, "captured");
        Octavia.Amphorae.Failover(balancer);
        Settled(balancer);
        foreach (var node in Compute.Hypervisors)
            Compute.Hypervisors.Enable(node);
    }

    private void Force(Seen seen, string id, string wanted)
    {
        if (seen.Service == "nova" && Compute.Servers.Find(id) is { TaskState: null } server)
        {
            if (wanted == "SHUTOFF" && server.Status == ServerStatus.Active)
                Compute.Power.PowerOff(server);
            if (wanted == "ACTIVE" && server.Status == ServerStatus.Shutoff)
                Compute.Power.Start(server);
        }

        if (seen is { Service: "glance" } && wanted == "queued" && World.Images.Find(id) is { } image)
            (image.Status, image.Data) = (wanted, null);
        if (seen is { Service: "neutron", Kind: "floatingip" } && World.Network.FloatingIps.Find(id) is { } ip)
            ip.Status = wanted;
        if (seen is { Service: "octavia", Kind: "amphora" })
            ForceAmphora(id, wanted);
        if (
            seen is { Service: "octavia", Kind: "loadbalancer" }
            && World.LoadBalancing.LoadBalancers.Find(id) is { } balancer
        )
        {
            if (wanted == "PENDING_UPDATE" && balancer.Provisioning == ProvisioningStatus.Active)
                Octavia.Parts.Change(balancer, () => { });
            if (wanted == "ERROR")
                FailOver(balancer);
            if (wanted == "ACTIVE" && balancer.Provisioning == ProvisioningStatus.Error)
                Octavia.LoadBalancers.ForgetFailure(balancer);
        }
    }

    private void ForceAmphora(string id, string wanted)
    {
        if (
            wanted == "ERROR"
            && World.LoadBalancing.LoadBalancers.FirstOrDefault(one => one.Amphorae.Exists(row => row.Id == id))
                is { } served
        )
            FailOver(served);
        if (
            wanted == "ALLOCATED"
            && World.LoadBalancing.LoadBalancers.FirstOrDefault(one =>
                one.Provisioning == ProvisioningStatus.Error && one.Amphorae.Exists(row => row.Id == id)
            )
                is { } broken
        )
        {
            World.LoadBalancing.Amphorae.Failover(broken);
            Settled(broken);
        }
    }
}
