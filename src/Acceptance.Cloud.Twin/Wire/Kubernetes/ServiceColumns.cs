using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>kubectl get services.</summary>
internal static class ServiceColumns
{
    public static IReadOnlyList<Column> All { get; } =
    [
        new("Name", one => one.Kept.Name),
        new("Type", one => one.Text("spec.type")),
        new("Cluster-IP", one => one.Text("spec.clusterIP") is { Length: > 0 } ip ? ip : "<none>"),
        new("External-IP", External),
        new("Port(s)", Ports),
        new("Age", one => one.Age),
        new("Selector", one => one.Selector("spec.selector"), "string", 1),
    ];

    private static JsonNode External(PrintedObject one)
    {
        if (one.Text("spec.type") == "ExternalName")
            return one.Text("spec.externalName");
        if (one.Text("spec.type") != "LoadBalancer")
            return "<none>";
        var addresses = one.All("status.loadBalancer.ingress")
            .Select(each => (string?)each["ip"] ?? (string?)each["hostname"])
            .ToArray();
        return addresses.Length == 0 ? "<pending>" : string.Join(",", addresses);
    }

    private static JsonNode Ports(PrintedObject one) =>
        TableColumns.Joined(
            one.All("spec.ports")
                .Select(port =>
                    port["nodePort"] is { } node && (int)node > 0
                        ? $"{port["port"]}:{node}/{port["protocol"]}"
                        : $"{port["port"]}/{port["protocol"]}"
                )
        );
}
