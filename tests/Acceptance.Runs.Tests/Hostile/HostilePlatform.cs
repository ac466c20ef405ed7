using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Systemd;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// The platform's own free texts, of which no verdict of a healthy cloud depends: messages of units whose charm may
/// say anything, labels, annotations, messages of conditions and events in every cluster, reasons, owners, journals.
/// </summary>
internal sealed class HostilePlatform(TwinWorld world, Canaries canaries)
{
    public void Speak()
    {
        lock (world.Gate)
        {
            Units();
            Machines();
            foreach (var cluster in world.Magnum.Clusters)
                cluster.StatusReason = canaries.At(cluster.Name);
            Objects(world.Management.Kube);
            foreach (var workload in world.Workloads.All)
                Objects(workload.Kube);
        }
    }

    private void Units()
    {
        foreach (var unit in world.Juju.Units.Where(unit => unit.Application.Charm.Messages.Count == 0))
            unit.Say(unit.Workload, $"{unit.Message} {canaries.At(unit.Name)}", world.Now);
        foreach (var machine in world.Juju.AllMachines)
            machine.Journal.Add(new JournalEntry(world.Now, "", "kernel", 0, 3, canaries.At(machine.Id)));
    }

    private void Machines()
    {
        foreach (var node in world.Maas.Nodes)
            node.Owner = canaries.At(node.Hostname);
        foreach (var node in world.Maas.Nodes.Where(node => world.Host(node.Hostname) is null))
            node.Hostname = canaries.At(node.SystemId);
    }

    private void Objects(KubeCluster cluster)
    {
        foreach (var one in cluster.Store.Everything().Where(one => one.Kind != KubeKinds.Secret).ToArray())
            cluster.Store.Change(one, Speak);
    }

    private void Speak(JsonObject body)
    {
        var metadata = (JsonObject)body["metadata"]!;
        var name = (string)metadata["name"]!;
        Under(metadata, "labels")[canaries.At(name, IsALabel)] = canaries.At(name + "'s", IsALabel);
        Under(metadata, "annotations")[canaries.At(name, IsALabel)] = canaries.At(name + " said");
        if (body["message"] is JsonValue message)
            body["message"] = $"{message} {canaries.At($"{message}")}";
        foreach (var condition in (body["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>())
            condition["message"] = $"{condition["message"]} {canaries.At($"{name} {condition["type"]}")}";
    }

    /// <summary>As long as the API lets one be.</summary>
    private static bool IsALabel(string word) => word.Length <= 63;

    private static JsonObject Under(JsonObject metadata, string name) =>
        metadata[name] as JsonObject ?? (JsonObject)(metadata[name] = new JsonObject());
}
