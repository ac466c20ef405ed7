using System.Globalization;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>
/// ps -C NAME -o FIELDS: the daemons of a host with their launched command lines. Of the jumphost's it knows nginx;
/// what else runs there is the machine's, and so is the ps that tells of it.
/// </summary>
internal sealed class PsPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["ps"];

    public override HostKind On => HostKind.Juju | HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call) =>
        call.Host.Machine is null && !call.Argv.Contains("nginx")
            ? call.Become($"exec \"$(command -pv ps)\" {string.Join(' ', call.Argv.Select(ShellQuoting.Quote))}")
            : Task.FromResult(Told(call));

    private static int Told(PersonaCall call)
    {
        var arguments = Arguments.Parse(
            call.Argv,
            ["-C", "-o", "-p"],
            ["-w", "-ww", "-e", "-f", "-ef", "-x", "--no-headers"]
        );
        lock (call.World.Gate)
        {
            var daemons = Daemons(call)
                .Where(daemon => arguments.Value("-C") is not { } wanted || wanted.Split(',').Contains(daemon.Name))
                .ToList();
            var fields = (arguments.Value("-o") ?? "pid=,args=").Split(',');
            if (fields.Any(field => !field.EndsWith('=')))
                call.Out(string.Join(' ', fields.Select(field => Header(field))) + "\n");
            foreach (var daemon in daemons)
                call.Out(
                    string.Join(' ', fields.Select(field => Field(daemon, field.TrimEnd('='), call.World.Now))) + "\n"
                );
            return daemons.Count > 0 ? 0 : 1;
        }
    }

    private static IEnumerable<Daemon> Daemons(PersonaCall call) =>
        call.Host.Machine is { } machine
            ? OfMachine(call, machine)
            : call.World.Nginx.Processes.Select(
                (args, at) => new Daemon(1734 + at, "nginx", args, call.World.Nginx.Started)
            );

    private static IEnumerable<Daemon> OfMachine(PersonaCall call, JujuMachine machine)
    {
        var world = call.World;
        if (Hosts(machine, "magnum"))
            yield return new Daemon(
                2214,
                "magnum-conductor",
                $"/usr/bin/python3 /usr/bin/magnum-conductor {world.Conductor.ArgumentsOn(machine)}",
                world.Conductor.Started
            );
        if (world.HaProxy.On(machine) is { Running: true } haproxy)
            yield return new Daemon(
                1872,
                "haproxy",
                "/usr/sbin/haproxy -Ws -f /etc/haproxy/haproxy.cfg -p /run/haproxy.pid",
                haproxy.Started
            );
        if (world.Ovn.ChassisOn(machine) is { ControllerRunning: true } chassis)
            yield return new Daemon(
                1320,
                "ovn-controller",
                "ovn-controller unix:/var/run/openvswitch/db.sock -vconsole:emer -vsyslog:err -vfile:info",
                chassis.ControllerStarted
            );
        if (Hosts(machine, "nova-compute"))
            yield return new Daemon(
                2950,
                "nova-compute",
                "/usr/bin/python3 /usr/bin/nova-compute --config-file=/etc/nova/nova.conf "
                    + "--log-file=/var/log/nova/nova-compute.log",
                machine.BootedAt
            );
        if (world.VaultOn(machine) is { Running: true })
            yield return new Daemon(
                1510,
                "vault",
                "/snap/vault/x1/bin/vault server -config=/var/snap/vault/common/vault.hcl",
                machine.BootedAt
            );
    }

    private static bool Hosts(JujuMachine machine, string charm) =>
        machine.Units.Any(unit => unit.Application.Charm.CharmName == charm);

    private static string Header(string field) =>
        field switch
        {
            "args" or "cmd" => "COMMAND",
            "etimes" => "ELAPSED",
            "lstart" => "                 STARTED",
            _ => field.ToUpperInvariant(),
        };

    private static string Field(Daemon daemon, string field, DateTimeOffset now) =>
        field switch
        {
            "pid" => $"{daemon.Pid, 7}",
            "args" or "cmd" or "command" => daemon.Arguments,
            "comm" => daemon.Name,
            "user" => "root",
            "etimes" => ((long)(now - daemon.Started).TotalSeconds).ToString(CultureInfo.InvariantCulture).PadLeft(7),
            "lstart" => daemon.Started.UtcDateTime.ToString("ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture),
            _ => throw new NotEmulatedException($"ps -o {field}"),
        };

    private sealed record Daemon(int Pid, string Name, string Arguments, DateTimeOffset Started);
}
