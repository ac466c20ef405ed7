using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.Wire.Compute;
using Acceptance.Cloud.Twin.Wire.LoadBalancing;
using Acceptance.Cloud.Twin.Wire.Network;

namespace Acceptance.Cloud.Twin;

/// <summary>The wire of Nova, Placement, Neutron and Octavia, at their public VIPs.</summary>
public sealed partial class Twin
{
    partial void ServeInfrastructure(WireHost wire)
    {
        WireService[] services =
        [
            new NovaWire(World),
            new PlacementWire(World),
            new NeutronWire(World),
            new OctaviaWire(World),
        ];
        foreach (var service in services)
        {
            wire.Serve(service);
            wire.Open(World.Plan.Vip(service.Role), World.Plan.Ports[service.Role], service.Role);
        }
    }
}
