using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>
/// The custom kinds of a management cluster: Cluster API v1.13 serves v1beta2 (kept) and v1beta1 (deprecated);
/// CAPO v0.14 serves v1beta1 and nothing older (FACTS 0.7): what asks for v1alpha6 is told 404.
/// </summary>
internal static class CapiKinds
{
    private const string Core = "cluster.x-k8s.io";
    private const string Infrastructure = "infrastructure.cluster.x-k8s.io";

    public static readonly KubeKind Cluster = Capi(Core, "Cluster", "clusters", "cl");
    public static readonly KubeKind Machine = Capi(Core, "Machine", "machines", "ma");
    public static readonly KubeKind MachineSet = Capi(Core, "MachineSet", "machinesets", "ms") with { HasScale = true };
    public static readonly KubeKind MachineDeployment = Capi(Core, "MachineDeployment", "machinedeployments", "md") with
    {
        HasScale = true,
    };
    public static readonly KubeKind MachineHealthCheck = Capi(
        Core,
        "MachineHealthCheck",
        "machinehealthchecks",
        "mhc",
        "mhcs"
    );
    public static readonly KubeKind KubeadmControlPlane = Capi(
        $"controlplane.{Core}",
        "KubeadmControlPlane",
        "kubeadmcontrolplanes",
        "kcp"
    ) with
    {
        HasScale = true,
    };
    public static readonly KubeKind KubeadmConfig = Capi($"bootstrap.{Core}", "KubeadmConfig", "kubeadmconfigs");
    public static readonly KubeKind OpenStackCluster = Capo("OpenStackCluster", "openstackclusters", "osc");
    public static readonly KubeKind OpenStackMachine = Capo("OpenStackMachine", "openstackmachines", "osm");
    public static readonly KubeKind Manifests = new("addons.stackhpc.com", "Manifests", "manifests", true)
    {
        Versions = ["v1alpha1"],
        Custom = true,
    };
    public static readonly KubeKind HelmRelease = new("addons.stackhpc.com", "HelmRelease", "helmreleases", true)
    {
        Versions = ["v1alpha1"],
        Custom = true,
    };

    /// <summary>ORC's own, which its manifest defines: CAPO 0.12 and later starts nowhere else (D-034).</summary>
    public static readonly KubeKind OrcImage = new("openstack.k-orc.cloud", "Image", "images", true)
    {
        Versions = ["v1alpha1"],
        Custom = true,
    };

    /// <summary>cert-manager's own, which its chart defines where it is told to (DOCFIX-025a).</summary>
    public static readonly KubeKind Certificate = new("cert-manager.io", "Certificate", "certificates", true)
    {
        Custom = true,
    };

    public static IReadOnlyList<KubeKind> All { get; } =
    [
        Cluster,
        Machine,
        MachineSet,
        MachineDeployment,
        MachineHealthCheck,
        KubeadmControlPlane,
        KubeadmConfig,
        OpenStackCluster,
        OpenStackMachine,
        Manifests,
        HelmRelease,
    ];

    private static KubeKind Capi(string group, string kind, string plural, params IReadOnlyList<string> shortNames) =>
        new(group, kind, plural, true)
        {
            Versions = ["v1beta2", "v1beta1"],
            Deprecated = ["v1beta1"],
            Custom = true,
            ShortNames = shortNames,
            Categories = ["cluster-api"],
            Convert = CapiConversion.Convert,
        };

    private static KubeKind Capo(string kind, string plural, string shortName) =>
        new(Infrastructure, kind, plural, true)
        {
            Versions = ["v1beta1"],
            Custom = true,
            ShortNames = [shortName],
            Categories = ["cluster-api"],
        };
}
