using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.HaProxy;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.MySql;
using Acceptance.Cloud.Twin.World.Ovn;
using Acceptance.Cloud.Twin.World.Systemd;
using Acceptance.Cloud.Twin.World.Vault;

namespace Acceptance.Cloud.Twin.Personas.Systemd;

/// <summary>A service on a host as systemd sees it, and what starting and stopping it does to the world.</summary>
internal sealed class HostService
{
    private const string FatalErrors = "[ALERT]    (3002) : Fatal errors found in configuration.";

    private readonly HostJournal _journal;
    private readonly Func<DateTimeOffset> _now;

    private HostService(InstalledUnit unit, HostJournal journal, Func<DateTimeOffset> now) =>
        (Unit, _journal, _now) = (unit, journal, now);

    public InstalledUnit Unit { get; }

    public bool Running { get; private init; }

    /// <summary>When it started, or when it stopped.</summary>
    public DateTimeOffset Since { get; private init; }

    public bool Failed => !Running && (_journal.Down(Unit.Name)?.Failed ?? false);

    /// <summary>"active", "inactive", "failed".</summary>
    public string Active =>
        Running ? "active"
        : Failed ? "failed"
        : "inactive";

    public string Sub =>
        Running ? "running"
        : Failed ? "failed"
        : "dead";

    public int Pid =>
        Running
            ? Unit.Name == "haproxy"
                ? 1872
                : 1000 + (Unit.Name.Sum(letter => letter) % 4000)
            : 0;

    /// <summary>What the verb does to the model; null: nothing but the state.</summary>
    private Action<string>? Does { get; init; }

    /// <summary>What its own test of its files says against them; null when they are right or it has none.</summary>
    private Func<IReadOnlyList<string>?> Wrong { get; init; } = () => null;

    /// <summary>Does what systemctl was told; false when the unit's own program failed.</summary>
    public bool Do(string verb)
    {
        if (verb == "reload")
        {
            if (Wrong() is not null)
            {
                _journal.ReloadFailed(Unit, _now());
                return false;
            }

            _journal.Reloaded(Unit, _now());
            Does?.Invoke("reload");
            return true;
        }

        if (verb == "start" && Running)
            return true;
        if (Running)
            _journal.Stopped(Unit, _now());
        if (verb != "stop" && Wrong() is { } said)
        {
            _journal.Failed(Unit, _now(), said);
            Does?.Invoke("stop");
            return false;
        }

        Does?.Invoke(verb);
        if (verb != "stop")
            _journal.Start(Unit, _now());
        return true;
    }

    /// <summary>All of a machine.</summary>
    public static IEnumerable<HostService> On(TwinWorld world, JujuMachine machine) =>
        InstalledUnit.On(machine).Select(unit => Of(world, machine, unit));

    /// <summary>One by its name; null when the host has no such unit.</summary>
    public static HostService? Find(TwinWorld world, JujuMachine machine, string name) =>
        InstalledUnit.On(machine).FirstOrDefault(unit => unit.Name == name) is { } unit
            ? Of(world, machine, unit)
            : null;

    private static HostService Of(TwinWorld world, JujuMachine machine, InstalledUnit unit)
    {
        var (running, started, does, wrong) = Modelled(world, machine, unit.Name);
        var down = machine.Journal.Down(unit.Name);
        running ??= down is null;
        return new HostService(unit, machine.Journal, () => world.Now)
        {
            Running = running.Value,
            Since = !running.Value
                ? down?.Since ?? world.Now
                : started ?? machine.Journal.Started(unit.Name) ?? machine.BootedAt,
            Does = does,
            Wrong = wrong ?? (() => null),
        };
    }

    private static (
        bool? Running,
        DateTimeOffset? Started,
        Action<string>? Does,
        Func<IReadOnlyList<string>?>? Wrong
    ) Modelled(TwinWorld world, JujuMachine machine, string name) =>
        name switch
        {
            "haproxy" when world.HaProxy.On(machine) is { } haproxy => (
                haproxy.Running,
                haproxy.Started,
                verb => Tell(haproxy, verb),
                () => haproxy.FileIsValid ? null : [FatalErrors]
            ),
            "vault" when world.VaultOn(machine) is { } vault => (vault.Running, null, verb => Tell(vault, verb), null),
            "mysql" when world.MySql.Members.FirstOrDefault(member => member.Unit.Machine == machine) is { } member => (
                member.Running,
                null,
                verb => Tell(world.MySql, member, verb),
                null
            ),
            "ovn-controller" when world.Ovn.ChassisOn(machine) is { } chassis => (
                chassis.ControllerRunning,
                chassis.ControllerStarted,
                verb => Tell(chassis, verb, world.Now),
                null
            ),
            "nova-compute" when world.Compute.Hypervisors.Find(machine.Host.Name) is { } node => (
                !node.ComputeDead,
                null,
                verb => Tell(world.Compute.Hypervisors, node, verb),
                null
            ),
            "magnum-conductor" when machine.Units.Any(unit => unit.Application.Charm.CharmName == "magnum") => (
                null,
                world.Conductor.Started,
                verb => Tell(world.Conductor, verb),
                null
            ),
            _ => default,
        };

    private static void Tell(HaProxyInstance haproxy, string verb)
    {
        if (verb == "stop")
            haproxy.Stop();
        else if (verb == "reload")
            haproxy.Reload();
        else
            haproxy.Start();
    }

    private static void Tell(OvnChassis chassis, string verb, DateTimeOffset now)
    {
        if (verb == "stop")
            chassis.StopController();
        else
            chassis.Restart(now);
    }

    private static void Tell(Hypervisors hypervisors, ComputeNode node, string verb)
    {
        if (verb == "stop")
            hypervisors.Kill(node);
        else
            hypervisors.Revive(node);
    }

    private static void Tell(ConductorProcess conductor, string verb)
    {
        if (verb != "stop")
            conductor.Restart();
    }

    private static void Tell(VaultServer vault, string verb)
    {
        vault.Running = verb != "stop";
        vault.Seal();
    }

    private static void Tell(InnoDbCluster cluster, InnoDbMember member, string verb)
    {
        member.StopMysqld();
        if (verb == "stop")
            return;
        member.StartMysqld();
        cluster.Rejoin(member);
    }
}
