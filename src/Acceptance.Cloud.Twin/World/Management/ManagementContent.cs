using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>What phase-06 left in the management cluster: its node and the controllers of Layer A.</summary>
internal static class ManagementContent
{
    public const string SystemNamespace = "kube-system";

    /// <summary>Workloads that are features of k8s-snap: its network, its dns.</summary>
    public static readonly string[] Features = ["cilium", "coredns"];

    private const StringComparison Exactly = StringComparison.Ordinal;

    /// <summary>Planned, as ORC's is.</summary>
    private const string CertificateUid = "0c9d6a52-7f1e-4d38-9b60-1e2f3a4b5c6d";

    private const string InternalIp = "10.20.0.118";

    private static readonly (string Namespace, string Name, string Container, string Image)[] Controllers =
    [
        (
            "capi-addon-system",
            "cluster-api-addon-provider",
            "manager",
            "ghcr.io/azimuth-cloud/cluster-api-addon-provider:0.10.1"
        ),
        (
            "capi-janitor-system",
            "capi-janitor",
            "janitor",
            "ghcr.io/azimuth-cloud/cluster-api-janitor-openstack:0.11.0"
        ),
        (
            "capi-kubeadm-bootstrap-system",
            "capi-kubeadm-bootstrap-controller-manager",
            "manager",
            "registry.k8s.io/cluster-api/kubeadm-bootstrap-controller:v1.13.2"
        ),
        (
            "capi-kubeadm-control-plane-system",
            "capi-kubeadm-control-plane-controller-manager",
            "manager",
            "registry.k8s.io/cluster-api/kubeadm-control-plane-controller:v1.13.2"
        ),
        (
            "capi-system",
            "capi-controller-manager",
            "manager",
            "registry.k8s.io/cluster-api/cluster-api-controller:v1.13.2"
        ),
        (
            "capo-system",
            "capo-controller-manager",
            "manager",
            "registry.k8s.io/capi-openstack/capi-openstack-controller:v0.14.4"
        ),
        ("cert-manager", "cert-manager", "cert-manager-controller", "quay.io/jetstack/cert-manager-controller:v1.20.2"),
        (
            "cert-manager",
            "cert-manager-cainjector",
            "cert-manager-cainjector",
            "quay.io/jetstack/cert-manager-cainjector:v1.20.2"
        ),
        (
            "cert-manager",
            "cert-manager-webhook",
            "cert-manager-webhook",
            "quay.io/jetstack/cert-manager-webhook:v1.20.2"
        ),
        OrcInstall.Controller,
        ("kube-system", "cilium-operator", "cilium-operator", "ghcr.io/canonical/cilium-operator-generic:1.17.1-ck2"),
        ("kube-system", "coredns", "coredns", "ghcr.io/canonical/coredns:1.12.0-ck1"),
        ("kube-system", "metrics-server", "metrics-server", "ghcr.io/canonical/metrics-server:0.7.2-ck0"),
    ];

    /// <summary>What clusterctl init installs, each in the version that it is told.</summary>
    public static IReadOnlyList<string> Providers { get; } =
    [
        .. Controllers
            .Select(one => one.Name)
            .Where(name => name != OrcInstall.Controller.Name && name.EndsWith("controller-manager", Exactly)),
    ];

    /// <summary>dependencies.json of the chart's tag that these were installed from.</summary>
    public static JsonObject Dependencies =>
        ObjectText.Map([
            ("addon-provider", VersionOf("cluster-api-addon-provider")),
            ("cert-manager", VersionOf("cert-manager")),
            ("cluster-api", VersionOf("capi-controller-manager")),
            ("cluster-api-janitor-openstack", VersionOf("capi-janitor")),
            ("cluster-api-provider-openstack", VersionOf("capo-controller-manager")),
            ("helm", "v3.17.3"),
            ("openstack-resource-controller", VersionOf("orc-controller-manager")),
        ]);

    public static void Fill(KubeCluster kube, Ground ground)
    {
        var built = new ClusterBuilder(ground, kube);
        foreach (var ns in (string[])["default", "kube-node-lease", "kube-public", "kube-system"])
            built.Namespace(ns);
        built.Node(Node(kube, ground));
        built.KubernetesService("10.152.183.1");
        foreach (var controller in Controllers)
            Install(built, ground, controller);

        built.PodOn(ground.Plan.ManagementServer, NetworkAgent(ground));
        foreach (var kind in CapiKinds.All)
            built.Definition(kind);
        built.Definition(CapiKinds.OrcImage, OrcInstall.Uid);
        built.Definition(CapiKinds.Certificate, CertificateUid);
        kube.Store.Create(KubeKinds.ConfigMap, RootCertificate(kube));
    }

    /// <summary>
    /// A controller in the place of the same, in a version that is made of the planned one; returns its pod.
    /// </summary>
    public static string Reinstall(KubeCluster kube, Ground ground, string name, Func<string, string> version)
    {
        var planned = Controllers.First(one => one.Name == name);
        var tag = planned.Image.LastIndexOf(':') + 1;
        Uninstall(kube, planned.Namespace);
        Install(
            new ClusterBuilder(ground, kube),
            ground,
            planned with
            {
                Image = planned.Image[..tag] + version(planned.Image[tag..]),
            }
        );
        return $"{planned.Namespace}/{kube.Store.List(KubeKinds.Pod, planned.Namespace).First().Name}";
    }

    /// <summary>The workloads of a namespace go, or those whose name begins so, and what they made.</summary>
    public static void Uninstall(KubeCluster kube, string ns, string name = "")
    {
        KubeKind[] kinds = [KubeKinds.Deployment, KubeKinds.ReplicaSet, KubeKinds.Pod];
        foreach (
            var one in kinds
                .SelectMany(kind => kube.Store.List(kind, ns))
                .Where(one => one.Name.StartsWith(name, Exactly))
                .ToArray()
        )
            kube.Store.Remove(one);
    }

    /// <summary>The workloads of a feature of k8s-snap, by how their names begin.</summary>
    public static void InstallFeature(KubeCluster kube, Ground ground, string feature)
    {
        var built = new ClusterBuilder(ground, kube);
        foreach (var controller in Controllers.Where(one => one.Name.StartsWith(feature, Exactly)))
            Install(built, ground, controller);
        if (feature == Features[0])
            built.PodOn(ground.Plan.ManagementServer, NetworkAgent(ground));
    }

    /// <summary>ORC goes, as if nobody had applied its manifest.</summary>
    public static void RemoveOrc(KubeCluster kube)
    {
        Uninstall(kube, OrcInstall.Namespace);
        if (kube.Store.Find(KubeKinds.CustomResourceDefinition, "", OrcInstall.Definition) is { } definition)
            kube.Store.Remove(definition);
    }

    /// <summary>ORC, where it is missing.</summary>
    public static void InstallOrc(KubeCluster kube, Ground ground)
    {
        if (kube.Store.Find(KubeKinds.CustomResourceDefinition, "", OrcInstall.Definition) is not null)
            return;
        var built = new ClusterBuilder(ground, kube);
        built.Definition(CapiKinds.OrcImage, OrcInstall.Uid);
        Install(built, ground, OrcInstall.Controller);
    }

    private static void Install(
        ClusterBuilder built,
        Ground ground,
        (string Namespace, string Name, string Container, string Image) controller
    )
    {
        built.Namespace(controller.Namespace);
        built.Deployment(
            new WorkloadPlan(controller.Namespace, controller.Name, [(controller.Container, controller.Image)])
            {
                Node = ground.Plan.ManagementServer,
            }
        );
    }

    private static string VersionOf(string name) => Controllers.First(one => one.Name == name).Image.Split(':')[^1];

    private static NodePlan Node(KubeCluster kube, Ground ground) =>
        new(ground.Plan.ManagementServer, InternalIp)
        {
            Roles = ["control-plane", "worker"],
            Version = kube.Version,
            OsImage = "Ubuntu 24.04.2 LTS",
            Kernel = "6.8.0-60-generic",
            Runtime = "containerd://1.6.36",
            Cpus = 2,
            MemoryKi = 8137728,
        };

    private static WorkloadPlan NetworkAgent(Ground ground) =>
        new("kube-system", $"cilium-{ground.NewSuffix(5)}", [("cilium-agent", "ghcr.io/canonical/cilium:1.17.1-ck2")])
        {
            HostNetwork = true,
        };

    private static JsonObject RootCertificate(KubeCluster kube) =>
        new()
        {
            ["metadata"] = ObjectText.Metadata("kube-root-ca.crt", "default"),
            ["data"] = new JsonObject { ["ca.crt"] = kube.Ca.ExportCertificatePem() },
        };
}
