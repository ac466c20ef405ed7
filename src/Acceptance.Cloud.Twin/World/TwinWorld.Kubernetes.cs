using Acceptance.Cloud.Twin.Faults.Kubernetes;
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
        Workloads = new WorkloadClusters(this);
        Management = new ManagementCluster(this);
        Magnum = new MagnumModel(this);
        Compute.ServerChanged += server =>
        {
            if (server.Name == Plan.ManagementServer && server.ProjectId == Plan.CapiProjectId)
                Management.Power(Compute.Runs(server));
            foreach (
                var workload in Workloads.All.Where(one =>
                    server.Name.StartsWith(one.Magnum.StackId, StringComparison.Ordinal)
                )
            )
                workload.Kube.Controllers.Trigger();
        };
        LoadBalancing.Changed += balancer =>
        {
            foreach (
                var workload in Workloads.All.Where(one =>
                    one.Stack.ApiBalancer?.Id == balancer.Id && !one.ApiReachable
                )
            )
                workload.Kube.Interrupt();
        };
        if (Plan.World is "accepted" or "deployed-before-teardown")
            Magnum.BuildAccepted();
        new Crowd(this).Gather();
        foreach (var fault in KubernetesFaults.All())
            Faults.Learn(fault);
    }
}
