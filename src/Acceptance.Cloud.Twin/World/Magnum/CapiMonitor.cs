using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>
/// The driver's health poll (FACTS 8.8): it reads a cluster's objects at the management API in the versions
/// that it has built in, and a version that is not served is an object that is not found (FACTS 0.7, D-042).
/// </summary>
internal sealed class CapiMonitor(WorldPlan plan, ManagementCluster management)
{
    private const string Fine = "Ready";

    public void Poll(MagnumCluster cluster, ConductorProcess conductor)
    {
        if (!management.ServesMagnum || !conductor.HasItsSettings)
        {
            // As the source has it, a poll that fails leaves the last values; as the operator saw it,
            // they read UNHEALTHY and empty (FACTS 0.8).
            if (plan.ParkedHealth == "as-source")
                return;
            cluster.HealthStatus = "UNHEALTHY";
            cluster.HealthReason = [];
            return;
        }

        var infrastructure = conductor.RunningDriver.StartsWith("1.3", StringComparison.Ordinal)
            ? "v1alpha6"
            : "v1beta1";
        cluster.HealthReason = new OrderedDictionary<string, string>
        {
            ["cluster"] = Cluster(cluster),
            ["infrastructure"] = Infrastructure(cluster, infrastructure),
            ["controlplane"] = ControlPlane(cluster),
            ["nodegroup"] = NodeGroup(cluster),
        };
        cluster.HealthStatus = cluster.HealthReason.Values.All(value => value == Fine) ? "HEALTHY" : "UNHEALTHY";
    }

    private string Cluster(MagnumCluster cluster) =>
        Read(CapiKinds.Cluster, "v1beta1", cluster, cluster.StackId) is not { } found
            ? "Cluster resource not found."
            : Waiting(found, "Ready", "ControlPlaneReady");

    private string Infrastructure(MagnumCluster cluster, string version)
    {
        if (Read(CapiKinds.OpenStackCluster, version, cluster, cluster.StackId) is not { } found)
            return "Infrastructure resource not found.";
        return (bool?)found["status"]?["ready"] == true ? Fine : "Infrastructure not ready.";
    }

    private string ControlPlane(MagnumCluster cluster) =>
        Read(CapiKinds.KubeadmControlPlane, "v1beta1", cluster, $"{cluster.StackId}-control-plane") is not { } found
            ? "Control plane resource not found."
            : Waiting(found, "MachinesReady", "Ready", "EtcdClusterHealthy", "ControlPlaneComponentsHealthy");

    private string NodeGroup(MagnumCluster cluster)
    {
        const string group = "default-worker";
        if (Read(CapiKinds.MachineDeployment, "v1beta1", cluster, $"{cluster.StackId}-{group}") is not { } found)
            return $"{group} resource not found.";
        return Waiting(found, "Available") is { } says && says != Fine ? $"{group} waiting on ['Available']" : Fine;
    }

    private JsonObject? Read(KubeKind kind, string version, MagnumCluster cluster, string name)
    {
        if (
            !kind.Versions.Contains(version)
            || management.Kube.Store.Find(kind, cluster.Namespace, name) is not { } found
        )
            return null;
        var body = (JsonObject)found.Body.DeepClone();
        kind.Convert?.Invoke(body, version);
        return body;
    }

    private static string Waiting(JsonObject found, params IReadOnlyList<string> types)
    {
        var conditions = (found["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>().ToArray();
        var missing = types
            .Where(type =>
                !Array.Exists(conditions, one => (string?)one["type"] == type && (string?)one["status"] == "True")
            )
            .ToArray();
        return missing.Length == 0 ? Fine : $"Waiting on [{string.Join(", ", missing.Select(type => $"'{type}'"))}]";
    }
}
