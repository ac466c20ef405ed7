using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.Wire.Kubernetes;
using Acceptance.Cloud.Twin.Wire.Magnum;

namespace Acceptance.Cloud.Twin;

public sealed partial class Twin
{
    partial void ServeKubernetes(WireHost wire)
    {
        wire.Serve(new ManagementApiService(World));
        wire.Serve(new WorkloadApiService(World));
        wire.Serve(new LoadBalancedService(World));
        wire.Serve(new MagnumWire(World));
        wire.Open(World.Plan.Vip("magnum"), World.Plan.Ports["magnum"], "magnum");
    }
}
