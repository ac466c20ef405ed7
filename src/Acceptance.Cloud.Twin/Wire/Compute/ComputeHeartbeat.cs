using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Whether a nova-compute is there, as Nova sees it.</summary>
internal static class ComputeHeartbeat
{
    /// <summary>Nova takes a nova-compute that was not heard for a while for down.</summary>
    public static bool IsUp(TwinWorld world, ComputeNode hypervisor) =>
        hypervisor.Up || world.Now - hypervisor.LastSeen < world.Plan.Physics.HeartbeatTimeout;
}
