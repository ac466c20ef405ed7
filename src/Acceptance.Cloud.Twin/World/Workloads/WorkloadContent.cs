using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>
/// What capi-helm-charts puts into a workload cluster: nodes with their daemons,
/// Calico, the CCM, Cinder CSI and the addons.
/// </summary>
internal sealed class WorkloadContent
{
    private const string Uninitialized = "node.cluster.x-k8s.io/uninitialized";
    private static readonly string[] Drivers = ["calico", "cilium"];

    private static readonly (string Name, string Container, string Image)[] Static =
    [
        ("etcd", "etcd", "registry.k8s.io/etcd:3.6.5-0"),
        ("kube-apiserver", "kube-apiserver", "registry.k8s.io/kube-apiserver:{0}"),
        ("kube-controller-manager", "kube-controller-manager", "registry.k8s.io/kube-controller-manager:{0}"),
        ("kube-scheduler", "kube-scheduler", "registry.k8s.io/kube-scheduler:{0}"),
    ];

    private static readonly (string Container, string Image)[] CinderCsi =
    [
        ("node-driver-registrar", "registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.13.0"),
        ("liveness-probe", "registry.k8s.io/sig-storage/livenessprobe:v2.15.0"),
        ("cinder-csi-plugin", "registry.k8s.io/provider-os/cinder-csi-plugin:v1.34.1"),
    ];

    private static readonly (string Container, string Image)[] CloudControllerManager =
    [
        (
            "openstack-cloud-controller-manager",
            "registry.k8s.io/provider-os/openstack-cloud-controller-manager:v1.34.1"
        ),
    ];

    private static readonly WorkloadPlan[] AnyAddons =
    [
        new("kube-system", "coredns", [("coredns", "registry.k8s.io/coredns/coredns:v1.12.1")])
        {
            Replicas = 2,
            Labels = [("k8s-app", "kube-dns")],
        },
        new(
            "kube-system",
            "metrics-server",
            [("metrics-server", "registry.k8s.io/metrics-server/metrics-server:v0.8.0")]
        ),
        new(
            "node-feature-discovery",
            "node-feature-discovery-master",
            [("master", "registry.k8s.io/nfd/node-feature-discovery:v0.17.3")]
        ),
        new(
            "openstack-system",
            "openstack-cinder-csi-controllerplugin",
            [
                ("csi-attacher", "registry.k8s.io/sig-storage/csi-attacher:v4.8.0"),
                ("cinder-csi-plugin", "registry.k8s.io/provider-os/cinder-csi-plugin:v1.34.1"),
            ]
        ),
    ];

    private static readonly WorkloadPlan[] CalicoAddons =
    [
        new("tigera-operator", "tigera-operator", [("tigera-operator", "quay.io/tigera/operator:v1.38.6")])
        {
            HostNetwork = true,
            ToleratesAll = true,
        },
        new("calico-system", "calico-typha", [("calico-typha", "quay.io/calico/typha:v3.30.3")])
        {
            HostNetwork = true,
            ToleratesAll = true,
        },
        new(
            "calico-system",
            "calico-kube-controllers",
            [("calico-kube-controllers", "quay.io/calico/kube-controllers:v3.30.3")]
        ),
    ];

    private readonly Ground _ground;
    private readonly Nova _compute;
    private readonly WorkloadCluster _cluster;
    private readonly ClusterBuilder _builder;
    private readonly NodeHeartbeats _heartbeats;
    private int _nodes;

    internal WorkloadContent(Ground ground, Nova compute, WorkloadCluster cluster)
    {
        (_ground, _compute) = (ground, compute);
        (_cluster, _builder) = (cluster, new ClusterBuilder(ground, cluster.Kube));
        _heartbeats = new NodeHeartbeats(ground, compute.Servers, cluster.Kube);
    }

    private ObjectStore Store => _cluster.Kube.Store;

    public bool NodesReady => Store.List(KubeKinds.Node).All(node => node.Condition("Ready") == "True");

    public bool PodsReady =>
        Store.List(KubeKinds.Pod).All(pod => PodText.HasEnded(pod) || pod.Condition("Ready") == "True");

    /// <summary>
    /// The chart packages Calico and Cilium only: with any other network its nodes never become Ready (DOCFIX-032).
    /// </summary>
    public bool HasNetwork => Drivers.Contains(_cluster.Magnum.ChartNetwork);

    internal void Base()
    {
        foreach (var ns in (string[])["default", "kube-node-lease", "kube-public", "kube-system"])
            _builder.Namespace(ns);
        _builder.KubernetesService("172.24.0.1");
        var dns = new JsonObject
        {
            ["metadata"] = ObjectText.Metadata("kube-dns", "kube-system", ("k8s-app", "kube-dns")),
            ["spec"] = new JsonObject
            {
                ["clusterIP"] = "172.24.0.10",
                ["clusterIPs"] = new JsonArray("172.24.0.10"),
                ["type"] = "ClusterIP",
                ["selector"] = new JsonObject { ["k8s-app"] = "kube-dns" },
                ["ports"] = new JsonArray(
                    new JsonObject
                    {
                        ["name"] = "dns",
                        ["port"] = 53,
                        ["protocol"] = "UDP",
                        ["targetPort"] = 53,
                    },
                    new JsonObject
                    {
                        ["name"] = "dns-tcp",
                        ["port"] = 53,
                        ["protocol"] = "TCP",
                        ["targetPort"] = 53,
                    }
                ),
            },
            ["status"] = new JsonObject { ["loadBalancer"] = new JsonObject() },
        };
        Defaulting.Apply(_cluster.Kube, KubeKinds.Service, dns);
        Store.Create(KubeKinds.Service, dns);
    }

    /// <summary>A machine's kubelet joins; kubeadm taints it until the Machine controller has seen it.</summary>
    internal void Node(NovaServer server, bool controlPlane)
    {
        if (Store.Find(KubeKinds.Node, "", server.Name) is not null)
            return;
        _builder.Node(PlanOf(server, controlPlane));
        if (controlPlane)
            StaticPods(server.Name);
        Daemon(
            server.Name,
            "kube-system",
            "kube-proxy",
            [("kube-proxy", $"registry.k8s.io/kube-proxy:{_cluster.Kube.Version}")]
        );
        Daemon(server.Name, "openstack-system", "openstack-cinder-csi-nodeplugin", CinderCsi);
        if (controlPlane)
            Daemon(server.Name, "openstack-system", "openstack-cloud-controller-manager", CloudControllerManager);
        if (HasNetwork)
            Daemon(server.Name, "calico-system", "calico-node", [("calico-node", "quay.io/calico/node:v3.30.3")]);
        Daemon(
            server.Name,
            "node-feature-discovery",
            "node-feature-discovery-worker",
            [("worker", "registry.k8s.io/nfd/node-feature-discovery:v0.17.3")]
        );
        Reconcile();
    }

    private NodePlan PlanOf(NovaServer server, bool controlPlane) =>
        new(server.Name, _compute.Servers.AddressOf(server) ?? "")
        {
            Version = _cluster.Kube.Version,
            InstanceType = server.Flavor.Name,
            ServerId = server.Id,
            Cpus = server.Flavor.Vcpus,
            MemoryKi = server.Flavor.MemoryMb * 1000,
            Roles = controlPlane ? ["control-plane"] : [],
            Taints = controlPlane
                ? ["node-role.kubernetes.io/control-plane:NoSchedule", $"{Uninitialized}:NoSchedule"]
                : [$"{Uninitialized}:NoSchedule"],
            Ready = false,
            PodCidr = string.Create(CultureInfo.InvariantCulture, $"10.100.{++_nodes}.0/24"),
            Annotations =
            [
                ("cluster.x-k8s.io/cluster-name", _cluster.Magnum.StackId),
                ("cluster.x-k8s.io/cluster-namespace", _cluster.Magnum.Namespace),
            ],
        };

    private void StaticPods(string node)
    {
        foreach (var (name, container, image) in Static)
            Daemon(
                node,
                "kube-system",
                $"{name}-{node}",
                [(container, string.Format(CultureInfo.InvariantCulture, image, _cluster.Kube.Version))],
                drawn: false
            );
    }

    internal void Addons(bool settled)
    {
        WorkloadPlan[] plans = [.. AnyAddons, .. HasNetwork ? CalicoAddons : []];
        foreach (var plan in plans.Where(plan => Store.Find(KubeKinds.Deployment, plan.Namespace, plan.Name) is null))
            _builder.Deployment(plan with { Settled = settled });
    }

    /// <summary>A node is Ready once its Calico runs; a node whose server does not run falls silent.</summary>
    internal void Reconcile() => _heartbeats.Reconcile(HasNetwork);

    internal void RemoveNode(string name)
    {
        foreach (var pod in Store.List(KubeKinds.Pod).Where(pod => (string?)pod.Spec["nodeName"] == name).ToArray())
            Store.Remove(pod);
        if (Store.Find(KubeKinds.Node, "", name) is { } node)
            Store.Remove(node);
    }

    /// <summary>Takes the uninitialized taint from a node.</summary>
    internal static void Initialize(ObjectStore store, KubeObject node)
    {
        if (!Tainted(node))
            return;
        store.Change(
            node,
            body =>
            {
                var taints = (JsonArray)body["spec"]!["taints"]!;
                foreach (var taint in taints.Where(one => (string?)one!["key"] == Uninitialized).ToArray())
                    taints.Remove(taint);
                if (taints.Count == 0)
                    ((JsonObject)body["spec"]!).Remove("taints");
            }
        );
    }

    internal static bool Tainted(KubeObject node) =>
        (node.Spec["taints"] as JsonArray ?? []).Any(taint => (string?)taint!["key"] == Uninitialized);

    /// <summary>The nodes are as if they had joined anew: tainted, and the pods of the addons made again.</summary>
    internal void RejoinWorkers()
    {
        foreach (
            var node in Store
                .List(KubeKinds.Node)
                .Where(node => node.Label("node-role.kubernetes.io/control-plane") is null && !Tainted(node))
                .ToArray()
        )
        {
            Store.Change(
                node,
                body =>
                {
                    var spec = (JsonObject)body["spec"]!;
                    if (spec["taints"] is not JsonArray taints)
                        spec["taints"] = taints = [];
                    taints.Add((JsonNode)new JsonObject { ["key"] = Uninitialized, ["effect"] = "NoSchedule" });
                }
            );
        }

        foreach (
            var pod in Store
                .List(KubeKinds.Pod)
                .Where(pod =>
                    pod.Name.StartsWith("metrics-server-", StringComparison.Ordinal)
                    || pod.Name.StartsWith("node-feature-discovery-master-", StringComparison.Ordinal)
                )
                .ToArray()
        )
            Store.Remove(pod);
    }

    private void Daemon(
        string node,
        string ns,
        string name,
        IReadOnlyList<(string, string)> containers,
        bool drawn = true
    ) =>
        _builder.PodOn(
            node,
            new WorkloadPlan(ns, drawn ? $"{name}-{_ground.NewSuffix(5)}" : name, containers)
            {
                HostNetwork = true,
                ToleratesAll = true,
                Labels = [("k8s-app", name)],
            }
        );
}
