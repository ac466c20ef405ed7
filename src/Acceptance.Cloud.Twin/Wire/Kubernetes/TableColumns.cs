using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>The columns of each kind (captures' README, "Printer columns").</summary>
internal static class TableColumns
{
    private static readonly Column Name = new("Name", one => one.Kept.Name);
    private static readonly Column Age = new("Age", one => one.Age);
    private static readonly Column DateAge = new("Age", one => one.Age, "date");

    private static readonly Dictionary<string, IReadOnlyList<Column>> Built = new(StringComparer.Ordinal)
    {
        ["pods"] = PodColumns.All,
        ["nodes"] = NodeColumns.All,
        ["services"] = ServiceColumns.All,
        ["namespaces"] = [Name, new("Status", one => one.Text("status.phase")), Age],
        ["configmaps"] = [Name, new("Data", one => Count(one, "data") + Count(one, "binaryData"), "string"), Age],
        ["secrets"] = [Name, new("Type", one => one.Text("type")), new("Data", one => Count(one, "data")), Age],
        ["leases"] = [Name, new("Holder", one => one.Text("spec.holderIdentity")), Age],
        ["deployments"] =
        [
            Name,
            new("Ready", one => $"{Number(one, "status.readyReplicas")}/{Number(one, "spec.replicas")}"),
            new("Up-to-date", one => Number(one, "status.updatedReplicas")),
            new("Available", one => Number(one, "status.availableReplicas")),
            Age,
            Containers,
            Images,
            new("Selector", one => one.Selector("spec.selector.matchLabels"), "string", 1),
        ],
        ["replicasets"] =
        [
            Name,
            Integer("Desired", "spec.replicas"),
            Integer("Current", "status.replicas"),
            Integer("Ready", "status.readyReplicas"),
            Age,
            Containers,
            Images,
            new("Selector", one => one.Selector("spec.selector.matchLabels"), "string", 1),
        ],
        ["daemonsets"] =
        [
            Name,
            Integer("Desired", "status.desiredNumberScheduled"),
            Integer("Current", "status.currentNumberScheduled"),
            Integer("Ready", "status.numberReady"),
            Integer("Up-to-date", "status.updatedNumberScheduled"),
            Integer("Available", "status.numberAvailable"),
            new("Node Selector", one => one.Selector("spec.template.spec.nodeSelector")),
            Age,
            Containers,
            Images,
            new("Selector", one => one.Selector("spec.selector.matchLabels"), "string", 1),
        ],
        ["endpointslices"] =
        [
            Name,
            new("AddressType", one => one.Text("addressType")),
            new("Ports", one => Joined(one.All("ports").Select(port => port["port"]?.ToString()))),
            new(
                "Endpoints",
                one => Joined(one.All("endpoints").SelectMany(end => KubeObject.Strings(end["addresses"])))
            ),
            Age,
        ],
        ["customresourcedefinitions"] =
        [
            Name,
            new("Created At", one => one.Text("metadata.creationTimestamp"), "date"),
        ],
        ["events"] = EventColumns.All,
        ["storageclasses"] =
        [
            Name,
            new("Provisioner", one => one.Text("provisioner")),
            new("ReclaimPolicy", one => Or(one.Text("reclaimPolicy"), "Delete")),
            new("VolumeBindingMode", one => Or(one.Text("volumeBindingMode"), "Immediate")),
            new(
                "AllowVolumeExpansion",
                one =>
                    one.Text("allowVolumeExpansion") == "true"
                    || one.At("allowVolumeExpansion")?.GetValueKind() == System.Text.Json.JsonValueKind.True
                        ? "true"
                        : "false"
            ),
            Age,
        ],
        ["endpoints"] = [Name, new("Endpoints", Addresses), Age],
        ["serviceaccounts"] = [Name, Age],
    };

    private static Column Containers =>
        new(
            "Containers",
            one => Joined(one.All("spec.template.spec.containers").Select(each => (string?)each["name"])),
            "string",
            1
        );

    private static Column Images =>
        new(
            "Images",
            one => Joined(one.All("spec.template.spec.containers").Select(each => (string?)each["image"])),
            "string",
            1
        );

    public static IReadOnlyList<Column> Of(KubeKind kind, string version) =>
        CapiColumns.Of(kind, version)
        ?? Built.GetValueOrDefault(kind.Plural)
        ?? (kind.Custom ? [Name, DateAge] : [Name, Age]);

    internal static Column Integer(string name, string path, int priority = 0) =>
        new(name, one => Number(one, path), "integer", priority);

    internal static long Number(PrintedObject one, string path) => one.At(path) is { } node ? (long)node : 0;

    internal static string Joined(IEnumerable<string?> parts) =>
        string.Join(",", parts) is { Length: > 0 } text ? text : "<none>";

    // Three are named, the rest is counted.
    private static JsonNode Addresses(PrintedObject one)
    {
        var all = one.All("subsets")
            .SelectMany(set =>
                (set["ports"] as JsonArray ?? [])
                    .OfType<JsonObject>()
                    .SelectMany(port =>
                        (set["addresses"] as JsonArray ?? [])
                            .OfType<JsonObject>()
                            .Select(each => $"{each["ip"]}:{port["port"]}")
                    )
            )
            .ToArray();
        return Joined(all.Take(3)) + (all.Length > 3 ? $" + {all.Length - 3} more..." : "");
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    private static int Count(PrintedObject one, string path) => (one.At(path) as JsonObject)?.Count ?? 0;
}
