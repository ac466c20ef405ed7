using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Faults.Infrastructure;

/// <summary>hypervisor-down: nova-compute is dead on a host on which Juju sees nothing wrong.</summary>
internal static class HypervisorDown
{
    public static Fault Of()
    {
        ComputeNode? victim = null;
        return new Fault(
            "hypervisor-down",
            "A hypervisor reads down while Juju is green: its nova-compute is dead, its guests run on.",
            world =>
            {
                victim = world.Compute.Hypervisors[world.Random.Next(world.Compute.Hypervisors.Count)];
                world.Compute.Hypervisors.Kill(victim);
                return victim.Name;
            },
            world =>
            {
                if (victim is not null)
                    world.Compute.Hypervisors.Revive(victim);
            }
        );
    }
}
