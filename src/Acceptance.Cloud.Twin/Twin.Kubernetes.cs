using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.Wire.Kubernetes;

namespace Acceptance.Cloud.Twin;

public sealed partial class Twin
{
    partial void ServeKubernetes(WireHost wire)
    {
        wire.Serve(new ManagementApiService(World));
        wire.Serve(new WorkloadApiService(World));
        wire.Serve(new LoadBalancedService(World));
    }
}
