using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>Cluster addresses and node ports of Services.</summary>
internal static class ServiceDefaulting
{
    public static void Apply(KubeCluster cluster, JsonObject body)
    {
        var spec = Defaulting.Member(body, "spec");
        spec["type"] ??= "ClusterIP";
        foreach (var port in (spec["ports"] as JsonArray ?? []).OfType<JsonObject>())
        {
            port["protocol"] ??= "TCP";
            port["targetPort"] ??= port["port"]?.DeepClone();
        }

        spec["sessionAffinity"] ??= "None";
        var type = (string?)spec["type"];
        if (type != "ExternalName")
        {
            spec["clusterIP"] ??= FreeAddress(cluster);
            spec["clusterIPs"] ??= new JsonArray((string?)spec["clusterIP"]);
            spec["ipFamilies"] ??= new JsonArray("IPv4");
            spec["ipFamilyPolicy"] ??= "SingleStack";
            spec["internalTrafficPolicy"] ??= "Cluster";
        }

        if (type is "LoadBalancer" or "NodePort")
        {
            spec["externalTrafficPolicy"] ??= "Cluster";
            foreach (var port in (spec["ports"] as JsonArray ?? []).OfType<JsonObject>())
                port["nodePort"] ??= FreeNodePort(cluster, spec);
        }

        if (type == "LoadBalancer")
            spec["allocateLoadBalancerNodePorts"] ??= true;
        body["status"] ??= new JsonObject { ["loadBalancer"] = new JsonObject() };
    }

    private static string FreeAddress(KubeCluster cluster)
    {
        var taken = cluster
            .Store.List(KubeKinds.Service)
            .Select(service => (string?)service.Spec["clusterIP"])
            .ToHashSet();
        for (var host = 100; ; host++)
        {
            var address = string.Create(
                CultureInfo.InvariantCulture,
                $"{cluster.ServicePrefix}.{host / 250}.{host % 250 + 1}"
            );
            if (!taken.Contains(address))
                return address;
        }
    }

    private static int FreeNodePort(KubeCluster cluster, JsonObject own)
    {
        var taken = cluster
            .Store.List(KubeKinds.Service)
            .Select(service => service.Spec)
            .Append(own)
            .SelectMany(spec => (spec["ports"] as JsonArray ?? []).OfType<JsonObject>())
            .Select(port => (int?)port["nodePort"])
            .ToHashSet();
        int port;
        do port = cluster.DrawNodePort();
        while (taken.Contains(port));
        return port;
    }
}
