using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// What a cluster is made of and by: the cloud under it, the management cluster beside it, the other clusters.
/// </summary>
internal sealed record ClusterSurroundings(
    Ground Ground,
    IdentityModel Identity,
    Infrastructure Infrastructure,
    ManagementCluster Management,
    WorkloadClusters Workloads
);
