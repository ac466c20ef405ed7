using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>
/// ovn-appctl: connection-status and sb-cluster-state-reset on a chassis, cluster/status on ovn-central (FACTS 8.4).
/// </summary>
internal sealed class OvnAppctlPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["ovn-appctl"];

    public override HostKind On => HostKind.Juju;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, ["-t", "--target"], []);
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"ovn-appctl {unknown}");
        var target = PathMapping.Back(arguments.Value("-t", "--target") ?? "ovn-controller", call.Host);
        lock (call.World.Gate)
        {
            return Task.FromResult(
                target.Contains("ovn-controller", StringComparison.Ordinal) ? Controller(call, arguments)
                : target.Contains("_db", StringComparison.Ordinal)
                    ? Database(
                        call,
                        target,
                        arguments.Operands.FirstOrDefault() ?? "",
                        arguments.Operands.ElementAtOrDefault(1) ?? ""
                    )
                : throw new NotEmulatedException($"ovn-appctl -t {target}")
            );
        }
    }

    private static int Controller(PersonaCall call, Arguments arguments)
    {
        var chassis = call.World.Ovn.ChassisOn(call.Host.Machine!);
        const string pidfile = "/var/run/ovn/ovn-controller.pid";
        var why =
            !call.Elevated ? "Permission denied"
            : chassis is not { ControllerRunning: true } ? "No such file or directory"
            : null;
        if (why is not null)
            return call.Fail(
                1,
                $"{Stamp(call)}|00001|daemon_unix|WARN|{pidfile}: open: {why}\n"
                    + $"ovn-appctl: cannot read pidfile \"{pidfile}\" ({why})"
            );
        switch (arguments.Operands)
        {
            case ["connection-status"]:
                call.Out(call.World.Ovn.Connected(chassis!) ? "connected\n" : "not connected\n");
                return 0;
            // It forgets which state of the database it has seen, and reads all anew (N65).
            case ["sb-cluster-state-reset"]:
                return 0;
            case var command:
                throw new NotEmulatedException($"ovn-appctl -t ovn-controller {string.Join(' ', command)}");
        }
    }

    private static int Database(PersonaCall call, string target, string command, string database)
    {
        var south = target.Contains("ovnsb", StringComparison.Ordinal);
        if (!call.World.Ovn.Units.Any(unit => unit.Machine == call.Host.Machine && call.World.Ovn.Serves(unit)))
            return call.Fail(
                1,
                $"{Stamp(call)}|00001|unixctl|WARN|failed to connect to {target}\n"
                    + $"ovn-appctl: cannot connect to \"{target}\" (No such file or directory)"
            );
        if (command != "cluster/status")
            throw new NotEmulatedException($"ovn-appctl -t {target} {command}");
        if (database != (south ? "OVN_Southbound" : "OVN_Northbound"))
            return call.Fail(2, $"unknown cluster\novn-appctl: {target}: server returned an error");
        var status = new OvnClusterStatus(call.World.Ovn, call.Host.Machine, call.World.Now);
        call.Out(status.Text(database, south ? 6644 : 6643));
        return 0;
    }

    private static string Stamp(PersonaCall call) =>
        call.World.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
