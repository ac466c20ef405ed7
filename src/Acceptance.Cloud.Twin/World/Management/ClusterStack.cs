using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>What CAPO has made in OpenStack for one cluster so far.</summary>
internal sealed class ClusterStack
{
    public AppCredential? Credential { get; internal set; }

    public NeutronNetwork? Network { get; internal set; }

    public NeutronSubnet? Subnet { get; internal set; }

    public NeutronRouter? Router { get; internal set; }

    public List<SecurityGroup> SecurityGroups { get; } = [];

    public OctaviaLoadBalancer? ApiBalancer { get; internal set; }

    public FloatingIp? ApiAddress { get; internal set; }

    public List<NovaServer> ControlPlanes { get; } = [];

    public List<NovaServer> Workers { get; } = [];

    /// <summary>Why CAPO's last reconcile failed; null: it did not.</summary>
    public string? Trouble { get; internal set; }

    public bool InfrastructureReady { get; internal set; }

    public bool ControlPlaneReady { get; internal set; }
}
