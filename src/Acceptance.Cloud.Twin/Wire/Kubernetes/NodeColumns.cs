using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>kubectl get nodes.</summary>
internal static class NodeColumns
{
    private const string Role = "node-role.kubernetes.io/";

    public static IReadOnlyList<Column> All { get; } =
    [
        new("Name", one => one.Kept.Name),
        new("Status", Status),
        new("Roles", Roles),
        new("Age", one => one.Age),
        new("Version", one => one.Text("status.nodeInfo.kubeletVersion")),
        new("Internal-IP", one => Address(one, "InternalIP"), "string", 1),
        new("External-IP", one => Address(one, "ExternalIP"), "string", 1),
        new("OS-Image", one => one.Text("status.nodeInfo.osImage"), "string", 1),
        new("Kernel-Version", one => one.Text("status.nodeInfo.kernelVersion"), "string", 1),
        new("Container-Runtime", one => one.Text("status.nodeInfo.containerRuntimeVersion"), "string", 1),
    ];

    private static JsonNode Status(PrintedObject one)
    {
        var ready = (string?)one.Condition("Ready") == "True" ? "Ready" : "NotReady";
        return one.At("spec.unschedulable") is { } cordoned && (bool)cordoned ? ready + ",SchedulingDisabled" : ready;
    }

    private static JsonNode Roles(PrintedObject one)
    {
        var roles = (one.At("metadata.labels") as JsonObject ?? [])
            .Select(label => label.Key)
            .Where(key => key.StartsWith(Role, StringComparison.Ordinal))
            .Select(key => key[Role.Length..])
            .Order(StringComparer.Ordinal);
        return TableColumns.Joined(roles);
    }

    private static JsonNode Address(PrintedObject one, string type) =>
        (string?)one.All("status.addresses").FirstOrDefault(each => (string?)each["type"] == type)?["address"]
        ?? "<none>";
}
