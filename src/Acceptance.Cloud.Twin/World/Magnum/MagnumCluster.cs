namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>
/// A cluster as Magnum's database has it. What is true of it in the cloud stands in Cluster API's objects
/// and in the workload cluster.
/// </summary>
internal sealed class MagnumCluster
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The CAPI name: the cluster's name, a dash, twelve drawn characters (FINDING-4).</summary>
    public required string StackId { get; init; }

    public required ClusterTemplate Template { get; init; }

    public required string ProjectId { get; init; }

    public required string UserId { get; init; }

    public string? Keypair { get; init; }

    public int NodeCount { get; set; }

    public int MasterCount { get; set; }

    public required string FlavorId { get; init; }

    public required string MasterFlavorId { get; init; }

    public int CreateTimeout { get; init; } = 60;

    public OrderedDictionary<string, string> Labels { get; init; } = [];

    public bool MergeLabels { get; init; }

    public bool FloatingIpEnabled { get; init; } = true;

    public bool MasterLbEnabled { get; init; } = true;

    public string? FixedNetwork { get; init; }

    public string? FixedSubnet { get; init; }

    public string Status { get; set; } = "CREATE_IN_PROGRESS";

    public string? StatusReason { get; set; }

    /// <summary>HEALTHY, UNHEALTHY, UNKNOWN; null before the first poll.</summary>
    public string? HealthStatus { get; set; }

    /// <summary>cluster, infrastructure, controlplane, nodegroup -> "Ready" or why not (FACTS 8.8).</summary>
    public OrderedDictionary<string, string> HealthReason { get; set; } = [];

    /// <summary>The network that its chart was told to install, whatever becomes of the template.</summary>
    public string ChartNetwork { get; set; } = "calico";

    /// <summary>Where etcd's members find each other; the Cluster API driver needs none.</summary>
    public string? DiscoveryUrl { get; init; }

    public string? ApiAddress { get; set; }

    public string? CoeVersion { get; set; }

    public List<string> NodeAddresses { get; } = [];

    public List<string> MasterAddresses { get; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public bool InProgress => Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);

    /// <summary>The namespace of its objects on the management cluster.</summary>
    public string Namespace => $"magnum-{ProjectId}";

    public override string ToString() => Name;
}
