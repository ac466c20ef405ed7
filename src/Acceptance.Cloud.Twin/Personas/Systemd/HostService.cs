using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Systemd;

/// <summary>A service on a host as systemd sees it, and what starting and stopping it does to the world.</summary>
internal sealed class HostService(bool running, DateTimeOffset started, Action<string> act)
{
    public bool Running { get; } = running;

    public DateTimeOffset Started { get; } = started;

    public void Do(string verb) => act(verb);

    public static HostService Of(TwinWorld world, JujuMachine machine, string name) => name switch
    {
        "haproxy" when world.HaProxy.On(machine) is { } haproxy => new HostService(haproxy.Running, haproxy.Started, verb =>
        {
            if (verb == "stop") haproxy.Stop();
            else if (verb is "reload" or "reload-or-restart" && haproxy.Running) haproxy.Reload();
            else haproxy.Start();
        }),
        "vault" when world.Vault.Unit.Machine == machine => new HostService(world.Vault.Running, machine.BootedAt, verb =>
        {
            world.Vault.Running = verb != "stop";
            world.Vault.Seal();
        }),
        "mysql" when world.MySql.Members.FirstOrDefault(member => member.Unit.Machine == machine) is { } member => new HostService(member.Running, machine.BootedAt, verb =>
        {
            member.StopMysqld();
            if (verb == "stop") return;
            member.StartMysqld();
            world.MySql.Rejoin(member);
        }),
        "ovn-controller" when world.Ovn.ChassisOn(machine) is { } chassis => new HostService(chassis.ControllerRunning, chassis.ControllerStarted, verb =>
        {
            if (verb == "stop") chassis.StopController();
            else chassis.Restart(world.Now);
        }),
        "magnum-conductor" when machine.Units.Any(unit => unit.Application.Name == "magnum") => new HostService(true, world.Conductor.Started, verb =>
        {
            if (verb != "stop") world.Conductor.Restart();
        }),
        _ => new HostService(true, machine.BootedAt, _ => { }),
    };
}
