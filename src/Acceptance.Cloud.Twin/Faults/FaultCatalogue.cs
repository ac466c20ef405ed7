using Acceptance.Cloud.Twin.Faults.Endpoints;
using Acceptance.Cloud.Twin.Faults.Hosts;
using Acceptance.Cloud.Twin.Faults.Identity;
using Acceptance.Cloud.Twin.Faults.Infrastructure;
using Acceptance.Cloud.Twin.Faults.Kubernetes;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults;

/// <summary>Every fault that a world can have.</summary>
internal static class FaultCatalogue
{
    public static IEnumerable<Fault> Of(TwinWorld world) =>
        [
            .. IdentityFaults.All(world),
            .. PrerequisiteFaults.All(),
            .. ImageFaults.All(),
            .. InfrastructureFaults.All(world),
            .. KubernetesFaults.All(),
            .. HostFaults.All(),
            .. MaasFaults.All(),
            BridgedUnderContainers.Of(),
            BridgedUnderContainers.Beyond(),
            RefusedCapture.Of(),
            VipCollision.Of(),
            .. NginxFaults.All(),
            .. BundleFaults.All(),
            .. EndpointFaults.All(world.Plan),
        ];
}
