using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>The additional printer columns of Cluster API's and CAPO's definitions, by version (FACTS 8.9).</summary>
internal static class CapiColumns
{
    private const string ClusterLabel = "cluster.x-k8s.io/cluster-name";
    private static readonly Column Name = new("Name", one => one.Kept.Name);
    private static readonly Column Age = new("Age", one => one.Age, "date");
    private static readonly Column SpecCluster = new(
        "Cluster",
        one => one.At("spec.clusterName") ?? one.Label(ClusterLabel)
    );
    private static readonly Column LabelCluster = new("Cluster", one => one.Label(ClusterLabel));

    private static readonly Dictionary<(KubeKind, string), IReadOnlyList<Column>> ByVersion = new()
    {
        [(CapiKinds.Cluster, "v1beta2")] =
        [
            Name,
            At("ClusterClass", "spec.topology.classRef.name"),
            When("Available"),
            Count("CP Desired", "status.controlPlane.desiredReplicas"),
            Count("CP Current", "status.controlPlane.replicas", 10),
            Count("CP Ready", "status.controlPlane.readyReplicas", 10),
            Count("CP Available", "status.controlPlane.availableReplicas"),
            Count("CP Up-to-date", "status.controlPlane.upToDateReplicas"),
            Count("W Desired", "status.workers.desiredReplicas"),
            Count("W Current", "status.workers.replicas", 10),
            Count("W Ready", "status.workers.readyReplicas", 10),
            Count("W Available", "status.workers.availableReplicas"),
            Count("W Up-to-date", "status.workers.upToDateReplicas"),
            When("Paused", 10),
            At("Phase", "status.phase"),
            Age,
            At("Version", "spec.topology.version"),
        ],
        [(CapiKinds.Cluster, "v1beta1")] =
        [
            Name,
            At("ClusterClass", "spec.topology.class"),
            At("Phase", "status.phase"),
            Age,
            At("Version", "spec.topology.version"),
        ],
        [(CapiKinds.Machine, "v1beta2")] =
        [
            Name,
            SpecCluster,
            At("Node Name", "status.nodeRef.name"),
            At("Provider ID", "spec.providerID", 10),
            At("Failure domain", "status.failureDomain"),
            When("Ready"),
            When("Available"),
            When("UpToDate") with
            {
                Name = "Up-to-date",
            },
            new("Internal-IP", Internal, "string", 10),
            new("External-IP", _ => null, "string", 10),
            At("OS-Image", "status.nodeInfo.osImage", 10),
            When("Paused", 10),
            At("Phase", "status.phase"),
            Age,
            At("Version", "spec.version"),
        ],
        [(CapiKinds.Machine, "v1beta1")] =
        [
            Name,
            SpecCluster,
            At("NodeName", "status.nodeRef.name"),
            At("ProviderID", "spec.providerID"),
            At("Phase", "status.phase"),
            Age,
            At("Version", "spec.version"),
        ],
        [(CapiKinds.MachineDeployment, "v1beta2")] =
        [
            Name,
            SpecCluster,
            When("Available"),
            .. Replicas(),
            When("Paused", 10),
            At("Phase", "status.phase"),
            Age,
            At("Version", "spec.template.spec.version"),
        ],
        [(CapiKinds.MachineDeployment, "v1beta1")] =
        [
            Name,
            SpecCluster,
            Count("Desired", "spec.replicas", 10),
            Count("Replicas", "status.replicas"),
            Count("Ready", "status.readyReplicas"),
            Count("Updated", "status.updatedReplicas"),
            Count("Unavailable", "status.unavailableReplicas"),
            At("Phase", "status.phase"),
            Age,
            At("Version", "spec.template.spec.version"),
        ],
        [(CapiKinds.KubeadmControlPlane, "v1beta2")] =
        [
            Name,
            LabelCluster,
            When("Available"),
            .. Replicas(),
            When("Paused", 10),
            new("Initialized", one => one.At("status.initialization.controlPlaneInitialized"), "boolean"),
            Age,
            At("Version", "spec.version"),
        ],
        [(CapiKinds.KubeadmControlPlane, "v1beta1")] =
        [
            Name,
            LabelCluster,
            new("Initialized", one => one.At("status.initialized"), "boolean"),
            new("API Server Available", one => one.At("status.ready"), "boolean"),
            Count("Desired", "spec.replicas", 10),
            Count("Replicas", "status.replicas"),
            Count("Ready", "status.readyReplicas"),
            Count("Updated", "status.updatedReplicas"),
            Count("Unavailable", "status.unavailableReplicas"),
            Age,
            At("Version", "spec.version"),
        ],
        [(CapiKinds.OpenStackCluster, "v1beta1")] =
        [
            Name,
            LabelCluster,
            Flag("Ready", "status.ready"),
            At("Network", "status.network.id"),
            At("Endpoint", "spec.controlPlaneEndpoint.host", 1),
            At("Bastion IP", "status.bastion.floatingIP"),
            Age,
        ],
        [(CapiKinds.OpenStackCluster, "v1beta2")] =
        [
            Name,
            LabelCluster,
            At("Network", "status.network.id"),
            At("Endpoint", "spec.controlPlaneEndpoint.host", 1),
            At("Bastion IP", "status.bastion.floatingIP"),
            Age,
        ],
        [(CapiKinds.OpenStackMachine, "v1beta2")] =
        [
            Name,
            LabelCluster,
            At("ProviderID", "spec.providerID"),
            new(
                "Machine",
                one =>
                    one.Kept.Owners.FirstOrDefault(owner => (string?)owner["kind"] == "Machine")?["name"]?.DeepClone()
            ),
            Age,
        ],
        [(CapiKinds.OpenStackMachine, "v1beta1")] =
        [
            Name,
            LabelCluster,
            Flag("Ready", "status.ready"),
            At("ProviderID", "spec.providerID"),
            new(
                "Machine",
                one =>
                    one.Kept.Owners.FirstOrDefault(owner => (string?)owner["kind"] == "Machine")?["name"]?.DeepClone()
            ),
            Age,
        ],
    };

    public static IReadOnlyList<Column>? Of(KubeKind kind, string version) =>
        ByVersion.GetValueOrDefault((kind, version));

    private static IReadOnlyList<Column> Replicas() =>
        [
            Count("Desired", "spec.replicas"),
            Count("Current", "status.replicas"),
            Count("Ready", "status.readyReplicas"),
            Count("Available", "status.availableReplicas"),
            Count("Up-to-date", "status.upToDateReplicas"),
        ];

    private static Column At(string name, string path, int priority = 0) =>
        new(name, one => one.At(path), "string", priority);

    private static Column Flag(string name, string path) =>
        new(name, one => one.At(path)?.ToString().ToLowerInvariant());

    private static Column Count(string name, string path, int priority = 0) =>
        new(name, one => one.At(path), "integer", priority);

    private static Column When(string type, int priority = 0) =>
        new(type, one => one.Condition(type), "string", priority);

    private static JsonNode? Internal(PrintedObject one) =>
        one.All("status.addresses")
            .FirstOrDefault(each => (string?)each["type"] == "InternalIP")
            ?["address"]?.DeepClone();
}
