using Acceptance.Cloud.Twin.Faults.Infrastructure;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World;

/// <summary>Nova, Placement, Neutron and Octavia, and what of theirs stands when the world begins.</summary>
public sealed partial class TwinWorld
{
    public Nova Compute { get; private set; } = null!;

    public Placement Placement { get; private set; } = null!;

    public Neutron Network { get; private set; } = null!;

    public Octavia LoadBalancing { get; private set; } = null!;

    partial void BuildInfrastructure()
    {
        Network = new Neutron(this);
        Compute = new Nova(this);
        Placement = new Placement(this);
        new StandingInfrastructure(this).Build();
        foreach (var fault in InfrastructureFaults.All(this))
            Faults.Learn(fault);
    }

    internal void OpenLoadBalancing(Octavia octavia) => LoadBalancing = octavia;
}
