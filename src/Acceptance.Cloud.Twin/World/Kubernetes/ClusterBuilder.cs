using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Controllers;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>Puts a cluster's nodes, namespaces and system workloads in place.</summary>
internal sealed class ClusterBuilder(Ground ground, KubeCluster cluster)
{
    public ObjectStore Store => cluster.Store;

    public void Namespace(string name)
    {
        if (Store.Find(KubeKinds.Namespace, "", name) is not null)
            return;
        Store.Create(KubeKinds.Namespace, ObjectText.Namespace(name));
    }

    public KubeObject Node(NodePlan plan) => Store.Create(KubeKinds.Node, NodeText.Of(plan, ground));

    public void KubernetesService(string address)
    {
        Store.Create(
            KubeKinds.Service,
            new JsonObject
            {
                ["metadata"] = ObjectText.Metadata(
                    "kubernetes",
                    "default",
                    ("component", "apiserver"),
                    ("provider", "kubernetes")
                ),
                ["spec"] = new JsonObject
                {
                    ["ports"] = new JsonArray(
                        new JsonObject
                        {
                            ["name"] = "https",
                            ["protocol"] = "TCP",
                            ["port"] = 443,
                            ["targetPort"] = 6443,
                        }
                    ),
                    ["clusterIP"] = address,
                    ["clusterIPs"] = new JsonArray(address),
                    ["type"] = "ClusterIP",
                    ["sessionAffinity"] = "None",
                    ["ipFamilies"] = new JsonArray("IPv4"),
                    ["ipFamilyPolicy"] = "SingleStack",
                    ["internalTrafficPolicy"] = "Cluster",
                },
                ["status"] = new JsonObject { ["loadBalancer"] = new JsonObject() },
            }
        );
    }

    /// <summary>
    /// A Deployment with its ReplicaSet and pods; a settled one is ready at once,
    /// any other converges by the controllers.
    /// </summary>
    public void Deployment(WorkloadPlan plan)
    {
        Namespace(plan.Namespace);
        var body = new JsonObject
        {
            ["metadata"] = ObjectText.Metadata(plan.Name, plan.Namespace, plan.LabelsOrName),
            ["spec"] = new JsonObject
            {
                ["replicas"] = plan.Replicas,
                ["selector"] = new JsonObject { ["matchLabels"] = ObjectText.Map(plan.LabelsOrName) },
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = ObjectText.Map(plan.LabelsOrName) },
                    ["spec"] = PodText.Spec(plan),
                },
            },
        };
        Defaulting.Apply(cluster, KubeKinds.Deployment, body);
        Store.Create(KubeKinds.Deployment, body);
        if (!plan.Settled)
            return;
        cluster.Controllers.Settle();
        foreach (
            var pod in Store
                .List(KubeKinds.Pod, plan.Namespace)
                .Where(pod =>
                    (string?)pod.Status["phase"] == "Pending"
                    && pod.Name.StartsWith(plan.Name, StringComparison.Ordinal)
                )
        )
            cluster.Controllers.Kubelet.Run(pod);
        cluster.Controllers.Settle();
    }

    /// <summary>A pod bound to a node: a static one of kubeadm, or a daemon's.</summary>
    public KubeObject PodOn(string node, WorkloadPlan plan)
    {
        Namespace(plan.Namespace);
        var bound = plan with { Node = node };
        var spec = PodText.Spec(bound);
        Defaulting.ServiceAccount(spec, ground.NewSuffix(5));
        var pod = Store.Create(
            KubeKinds.Pod,
            new JsonObject
            {
                ["metadata"] = ObjectText.Metadata(plan.Name, plan.Namespace, plan.LabelsOrName),
                ["spec"] = spec,
                ["status"] = PodText.Pending(),
            }
        );
        return plan.Settled ? cluster.Controllers.Kubelet.Run(pod) : pod;
    }

    /// <param name="uid">A uid that is planned; null: one is drawn.</param>
    public void Definition(KubeKind kind, string? uid = null)
    {
        Store.Create(
            KubeKinds.CustomResourceDefinition,
            new JsonObject
            {
                ["metadata"] = ObjectText.Metadata($"{kind.Plural}.{kind.Group}"),
                ["spec"] = new JsonObject
                {
                    ["group"] = kind.Group,
                    ["names"] = new JsonObject
                    {
                        ["categories"] = ObjectText.List(kind.Categories),
                        ["kind"] = kind.Kind,
                        ["listKind"] = kind.Kind + "List",
                        ["plural"] = kind.Plural,
                        ["shortNames"] = ObjectText.List(kind.ShortNames),
                        ["singular"] = kind.Singular,
                    },
                    ["scope"] = kind.Namespaced ? "Namespaced" : "Cluster",
                    ["versions"] = new JsonArray([
                        .. kind.Versions.Select(version =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["name"] = version,
                                    ["served"] = true,
                                    ["storage"] = version == kind.Stored,
                                    ["deprecated"] = kind.Deprecated.Contains(version),
                                }
                        ),
                    ]),
                },
                ["status"] = new JsonObject { ["storedVersions"] = new JsonArray(kind.Stored) },
            },
            uid
        );
    }

    internal static string Padded(int number) => number.ToString(CultureInfo.InvariantCulture);
}
