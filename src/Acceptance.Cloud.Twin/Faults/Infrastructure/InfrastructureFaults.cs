using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults.Infrastructure;

/// <summary>What can break in Nova and Octavia.</summary>
internal static class InfrastructureFaults
{
    public static IEnumerable<Fault> All(TwinWorld world) =>
        [
            LoadBalancerInError.Of(new ApiLoadBalancers(world)),
            NoHeadroom.Of(new ApiLoadBalancers(world)),
            OrphanedAmphora.Of(heartbeating: false),
            OrphanedAmphora.Of(heartbeating: true),
            HypervisorDown.Of(),
            GuestNotResumed.Of(),
            AnotherImageTag.Of(),
            .. new[] { 0, 8, 70 }.Select(DarkDataPath.Of),
        ];
}
