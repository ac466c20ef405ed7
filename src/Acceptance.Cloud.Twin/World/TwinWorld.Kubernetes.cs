using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Management;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.World;

public sealed partial class TwinWorld
{
    /// <summary>The management cluster on the VM plan.ManagementServer.</summary>
    public ManagementCluster Management { get; private set; } = null!;

    /// <summary>Container infrastructure: templates, clusters, the conductor.</summary>
    public MagnumModel Magnum { get; private set; } = null!;

    /// <summary>The Kubernetes clusters that tenants run.</summary>
    public WorkloadClusters Workloads { get; private set; } = null!;

    partial void BuildKubernetes()
    {
        Workloads = new WorkloadClusters();
        Management = new ManagementCluster(this);
        Magnum = new MagnumModel(this);
        Compute.ServerChanged += server =>
        {
            if (server.Name == Plan.ManagementServer && server.ProjectId == Plan.CapiProjectId) Management.Power(Compute.Runs(server));
        };
    }
}
