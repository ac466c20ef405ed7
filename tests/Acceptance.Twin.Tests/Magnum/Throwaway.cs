using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>The throwaway Deployment and Service of D-011.4, and the bodies a client sends for them.</summary>
internal static class Throwaway
{
    private static JsonObject Labels => new() { ["app"] = "rr" };

    public static JsonObject Deployment =>
        new()
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "Deployment",
            ["metadata"] = new JsonObject
            {
                ["name"] = "rr",
                ["namespace"] = "default",
                ["labels"] = Labels,
            },
            ["spec"] = new JsonObject
            {
                ["replicas"] = 2,
                ["selector"] = new JsonObject { ["matchLabels"] = Labels },
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = Labels },
                    ["spec"] = new JsonObject
                    {
                        ["containers"] = new JsonArray(
                            new JsonObject
                            {
                                ["name"] = "agnhost",
                                ["image"] = "registry.k8s.io/e2e-test-images/agnhost:2.40",
                            }
                        ),
                    },
                },
            },
        };

    public static JsonObject Service =>
        new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Service",
            ["metadata"] = new JsonObject
            {
                ["name"] = "rr",
                ["namespace"] = "default",
                ["labels"] = Labels,
            },
            ["spec"] = new JsonObject
            {
                ["type"] = "LoadBalancer",
                ["selector"] = Labels,
                ["ports"] = new JsonArray(new JsonObject { ["port"] = 80, ["targetPort"] = 8080 }),
            },
        };

    public static void Expose(this WorkloadCluster cluster)
    {
        foreach (var (kind, body) in new[] { (KubeKinds.Deployment, Deployment), (KubeKinds.Service, Service) })
        {
            Defaulting.Apply(cluster.Kube, kind, body);
            cluster.Kube.Store.Create(kind, body);
        }
    }

    public static void Unexpose(this WorkloadCluster cluster)
    {
        foreach (var kind in new[] { KubeKinds.Service, KubeKinds.Deployment })
            cluster.Kube.Store.Delete(cluster.Kube.Store.Get(kind, "default", "rr"));
    }

    /// <summary>The Service's EXTERNAL-IP; null while it reads pending.</summary>
    public static string? Address(this WorkloadCluster cluster, string service) =>
        (string?)
            (
                cluster.Kube.Store.Get(KubeKinds.Service, "default", service).Status["loadBalancer"]?["ingress"]
                as JsonArray
            )
                ?[0]
                ?["ip"];
}
