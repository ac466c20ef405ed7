namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>What a taint of a node means, by its key: who takes it away, and when.</summary>
/// <param name="Key">As the node carries it.</param>
/// <param name="By">A clause that reads after the key; empty where there is nothing to say.</param>
/// <param name="IsFault">Pods are kept off the node that should run there.</param>
internal sealed record NodeTaint(string Key, string By, bool IsFault)
{
    /// <summary>Goes by itself in a moment where all is well: it is looked at again before it is red.</summary>
    public bool Passes { get; init; }

    /// <summary>The known issue that only this taint shows.</summary>
    public string? Entry { get; init; }

    private const string Controller = "the node controller takes it away once ";
    private const string CloudController = "the cluster's cloud controller manager takes it away once ";
    private const string Autoscaler = "the cluster autoscaler has chosen the node to go";

    /// <summary>
    /// Kubernetes' own (kubernetes: staging/src/k8s.io/api/core/v1/well_known_taints.go, cloud-provider's
    /// api/well_known_taints.go), Cluster API's (api/core/v1beta2/common_types.go, machine_types.go), those of network
    /// plugins and of the autoscaler (cilium: pkg/k8s/node; autoscaler: utils/taints).
    /// </summary>
    private static readonly NodeTaint[] Known =
    [
        new("node-role.kubernetes.io/control-plane", "", IsFault: false),
        new("node-role.kubernetes.io/master", "", IsFault: false),
        new(
            "node.cluster.x-k8s.io/uninitialized",
            "Cluster API's machine controller on the management cluster takes it away once it has seen the node",
            IsFault: true
        )
        {
            Passes = true,
            Entry = UninitializedTaint.Id,
        },
        new(
            "node.cluster.x-k8s.io/outdated-revision",
            "Cluster API's machine controller put it: the node is of an older revision and is being replaced",
            IsFault: false
        ),
        new(
            "node.cloudprovider.kubernetes.io/uninitialized",
            CloudController + "it has found the server of the node in the cloud",
            IsFault: true
        )
        {
            Passes = true,
        },
        new(
            "node.cloudprovider.kubernetes.io/shutdown",
            CloudController + "the server of the node runs again",
            IsFault: true
        ),
        new("node.kubernetes.io/not-ready", Controller + "the node is ready", IsFault: true) { Passes = true },
        new("node.kubernetes.io/unreachable", Controller + "the kubelet reports again", IsFault: true)
        {
            Passes = true,
        },
        new("node.kubernetes.io/memory-pressure", Controller + "the kubelet has memory again", IsFault: true),
        new("node.kubernetes.io/disk-pressure", Controller + "the kubelet has room on its disks", IsFault: true),
        new("node.kubernetes.io/pid-pressure", Controller + "the kubelet has process ids again", IsFault: true),
        new(
            "node.kubernetes.io/network-unavailable",
            Controller + "the network plugin says that the node has its network",
            IsFault: true
        )
        {
            Passes = true,
        },
        new(
            "node.kubernetes.io/unschedulable",
            Controller + "the node is uncordoned (kubectl uncordon), or its machine goes",
            IsFault: true
        ),
        new(
            "node.kubernetes.io/out-of-service",
            "somebody put it by hand for a node that is off, and takes it away by hand",
            IsFault: true
        ),
        new("node.cilium.io/agent-not-ready", "Cilium takes it away once its agent runs on the node", IsFault: true)
        {
            Passes = true,
        },
        new("ToBeDeletedByClusterAutoscaler", Autoscaler, IsFault: false),
        new("DeletionCandidateOfClusterAutoscaler", Autoscaler, IsFault: false),
    ];

    /// <summary>A key that nobody knows is legal: an operator may keep a node for something.</summary>
    public static NodeTaint Of(string key) =>
        Array.Find(Known, one => one.Key == key) ?? new(key, "who put it is not known here", IsFault: false);
}
