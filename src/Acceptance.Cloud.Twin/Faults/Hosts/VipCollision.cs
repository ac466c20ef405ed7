using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Faults.Hosts;

/// <summary>KI-P3-001: MAAS gives a container an address that a charm of another application has as its VIP.</summary>
internal static class VipCollision
{
    private static readonly string[] Planes = ["provider-public", "metal-admin"];

    public static Fault Of()
    {
        (JujuMachine Machine, string Space, string Address)? struck = null;
        return new Fault(
            "KI-P3-001",
            "the block of the VIPs was not reserved in MAAS: a container's own address is a service's VIP",
            world =>
            {
                var behind = world.Juju.Applications.Where(one => one.Config.ContainsKey("vip")).ToArray();
                var owner = behind[world.Random.Next(behind.Length)];
                JujuMachine[] others =
                [
                    .. world.Juju.AllMachines.Where(machine =>
                        machine.IsContainer && machine.Units.All(unit => unit.Application != owner)
                    ),
                ];
                var machine = others[world.Random.Next(others.Length)];
                var plane = world.Random.Next(Planes.Length);
                struck = (machine, Planes[plane], machine.Addresses[Planes[plane]]);
                machine.Readdress(Planes[plane], owner.Config["vip"].Split(' ')[plane]);
                return machine.Id;
            },
            _ => struck?.Machine.Readdress(struck.Value.Space, struck.Value.Address)
        );
    }
}
