using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.MySql;
using Acceptance.Cloud.Twin.World.Ovn;
using Acceptance.Cloud.Twin.World.Vault;

namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// What follows when a host or a container goes down and comes back: silent agents, a sealed vault,
/// a database out of its group.
/// </summary>
internal sealed class HostPower(
    Ground ground,
    JujuModel juju,
    IReadOnlyList<VaultServer> vaults,
    InnoDbCluster mysql,
    OvnCentral ovn
)
{
    /// <summary>Machine agents report again this long after a boot (FACTS 8.12: 2 to 5 minutes).</summary>
    private static readonly TimeSpan AgentAfterBoot = TimeSpan.FromMinutes(3);

    public void Follow()
    {
        foreach (var machine in juju.Machines)
        {
            machine.Host.PowerChanged += host =>
            {
                if (!host.PoweredOn)
                    Down(machine);
                else
                    Boot(machine);
            };
        }
    }

    /// <summary>The machine or container stops, and with it what lives there.</summary>
    public void Down(JujuMachine machine)
    {
        machine.Stop(ground.Now);
        foreach (var member in mysql.Members.Where(member => On(member.Unit, machine)))
            member.InGroup = false;
        foreach (var vault in vaults.Where(vault => On(vault.Unit, machine)))
            vault.Seal();
        foreach (var chassis in ovn.Chassis.Where(chassis => On(chassis.Unit, machine)))
            chassis.StopController();
        juju.UpdateStatus();
    }

    /// <summary>It was started; its agents report when they are up.</summary>
    public void Boot(JujuMachine machine) => ground.Clock.In(AgentAfterBoot, () => Up(machine));

    public void Up(JujuMachine machine)
    {
        if (!machine.Host.PoweredOn)
            return;
        machine.Start(ground.Now);
        foreach (var member in mysql.Members.Where(member => On(member.Unit, machine)))
            mysql.Rejoin(member);
        foreach (var chassis in ovn.Chassis.Where(chassis => On(chassis.Unit, machine)))
            chassis.Restart(ground.Now);
        juju.UpdateStatus();
    }

    private static bool On(JujuUnit unit, JujuMachine machine) =>
        unit.Machine == machine || unit.Machine.Parent == machine;
}
