using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>What follows when a host or a container goes down and comes back: silent agents, a sealed vault, a database out of its group.</summary>
internal static class HostPower
{
    /// <summary>Machine agents report again this long after a boot (FACTS 8.12: 2 to 5 minutes).</summary>
    private static readonly TimeSpan AgentAfterBoot = TimeSpan.FromMinutes(3);

    public static void Follow(TwinWorld world)
    {
        foreach (var machine in world.Juju.Machines)
        {
            machine.Host.PowerChanged += host =>
            {
                if (!host.PoweredOn)
                    Down(world, machine);
                else
                    world.Clock.In(AgentAfterBoot, () => Up(world, machine));
            };
        }
    }

    /// <summary>The machine or container stops, and with it what lives there.</summary>
    public static void Down(TwinWorld world, JujuMachine machine)
    {
        machine.Stop(world.Now);
        foreach (var member in world.MySql.Members.Where(member => On(member.Unit, machine)))
            member.InGroup = false;
        if (On(world.Vault.Unit, machine))
            world.Vault.Seal();
        foreach (var chassis in world.Ovn.Chassis.Where(chassis => On(chassis.Unit, machine)))
            chassis.StopController();
        world.Juju.UpdateStatus();
    }

    public static void Up(TwinWorld world, JujuMachine machine)
    {
        if (!machine.Host.PoweredOn)
            return;
        machine.Start(world.Now);
        foreach (var member in world.MySql.Members.Where(member => On(member.Unit, machine)))
            world.MySql.Rejoin(member);
        foreach (var chassis in world.Ovn.Chassis.Where(chassis => On(chassis.Unit, machine)))
            chassis.Restart(world.Now);
        world.Juju.UpdateStatus();
    }

    private static bool On(JujuUnit unit, JujuMachine machine) =>
        unit.Machine == machine || unit.Machine.Parent == machine;
}
