using Acceptance.Cloud.Twin.World.Hosts;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>The hosts as Nova has them: what their hypervisors offer, and that their power is theirs.</summary>
internal static class HostsOfNova
{
    public static Hypervisors List(Ground ground, IReadOnlyList<HostMachine> hosts)
    {
        var hypervisors = new Hypervisors(ground);
        foreach (var host in hosts)
            hypervisors.Add(
                new HostFacts(
                    host.Name,
                    host.MemoryMb,
                    host.Vcpus,
                    ground.Plan.HostDiskGb,
                    () => host.ReservedHostMemoryMb,
                    () => host.PoweredOn
                )
            );
        return hypervisors;
    }

    public static void Follow(IReadOnlyList<HostMachine> hosts, Nova compute)
    {
        foreach (var host in hosts)
            host.PowerChanged += changed => compute.Power.HostChanged(changed.Name);
    }
}
