using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Maas;

namespace Acceptance.Cloud.Twin.Faults.Hosts;

/// <summary>Hosts that are not as MAAS deployed them.</summary>
internal static class MaasFaults
{
    public static IEnumerable<Fault> All() => [Broken(), PoweredOff()];

    private static Fault Broken()
    {
        MaasNode? victim = null;
        return new Fault(
            "machine-broken",
            "a host was marked broken in MAAS: it runs on, and juju is green",
            world =>
            {
                MaasNode[] hosts = [.. world.Maas.Nodes.Where(node => world.Host(node.Hostname) is not null)];
                if (hosts.Length == 0)
                    return null;
                victim = hosts[world.Random.Next(hosts.Length)];
                victim.Status = "Broken";
                return victim.Hostname;
            },
            _ =>
            {
                if (victim is not null)
                    victim.Status = "Deployed";
            }
        );
    }

    private static Fault PoweredOff()
    {
        HostMachine? victim = null;
        return new Fault(
            "machine-powered-off",
            "a host is powered off, with all that lives on it",
            world =>
            {
                victim = world.Hosts[world.Random.Next(world.Hosts.Count)];
                victim.PowerOff();
                return victim.Name;
            },
            world =>
            {
                if (victim is not null)
                    Boot(world, victim);
            }
        );
    }

    // At once: the minutes that agents take after a boot are no part of the cure.
    private static void Boot(TwinWorld world, HostMachine host)
    {
        host.PowerOn();
        foreach (var machine in world.Juju.Machines.Where(machine => machine.Host == host))
            world.HostPower.Up(machine);
        if (world.Vault.Unit.Machine.Host == host)
            world.Vault.UnsealAtOnce();
        world.Juju.UpdateStatus();
    }
}
