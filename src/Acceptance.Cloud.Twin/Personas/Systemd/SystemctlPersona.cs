using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Systemd;

/// <summary>systemctl for the services that the twin models: haproxy, vault, mysql, ovn-controller, ovs-vswitchd; others are as their host is.</summary>
internal sealed class SystemctlPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["systemctl", "service"];

    public override HostKind On => HostKind.Juju;

    public override Task<int> Run(PersonaCall call)
    {
        string[] words = [.. call.Argv.Where(word => !word.StartsWith('-'))];
        if (words.Length < 2) throw new NotEmulatedException($"{call.Program} {string.Join(' ', call.Argv)}");
        var (verb, names) = call.Program == "service" ? (words[1], words[..1]) : (words[0], words[1..]);
        var exit = 0;
        foreach (var name in names.Select(name => name.EndsWith(".service", StringComparison.Ordinal) ? name[..^8] : name))
        {
            lock (call.World.Gate) exit = Math.Max(exit, One(call, verb, name));
        }

        return Task.FromResult(exit);
    }

    private static int One(PersonaCall call, string verb, string name)
    {
        var service = HostService.Of(call.World, call.Host.Machine!, name);
        switch (verb)
        {
            case "is-active":
                if (!call.Argv.Contains("-q") && !call.Argv.Contains("--quiet")) call.Out(service.Running ? "active\n" : "inactive\n");
                return service.Running ? 0 : 3;
            case "is-enabled":
                call.Out("enabled\n");
                return 0;
            case "status":
                call.Out($"● {name}.service - {name}\n     Loaded: loaded (/lib/systemd/system/{name}.service; enabled; vendor preset: enabled)\n     Active: {(service.Running ? "active (running)" : "inactive (dead)")} since {service.Started.UtcDateTime.ToString("ddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC\n");
                return service.Running ? 0 : 3;
            case "show":
                Show(call, service);
                return 0;
            case "reload" or "restart" or "start" or "stop" or "try-restart" or "reload-or-restart":
                if (!call.Elevated) return call.Fail(1, $"Failed to {verb} {name}.service: Interactive authentication required.\nSee system logs and 'systemctl status {name}.service' for details.");
                service.Do(verb);
                return 0;
            default:
                throw new NotEmulatedException($"systemctl {verb}");
        }
    }

    private static void Show(PersonaCall call, HostService service)
    {
        var wanted = Arguments.Parse(call.Argv, ["-p", "--property"], ["--value"]).Values("-p", "--property").SelectMany(list => list.Split(',')).ToList();
        (string Name, string Value)[] all =
        [
            ("ActiveState", service.Running ? "active" : "inactive"), ("SubState", service.Running ? "running" : "dead"), ("MainPID", service.Running ? "1872" : "0"),
            ("ActiveEnterTimestamp", service.Started.UtcDateTime.ToString("ddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC"),
            ("ExecMainStartTimestamp", service.Started.UtcDateTime.ToString("ddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC"), ("NRestarts", "0"), ("LoadState", "loaded"),
        ];
        foreach (var (name, value) in all.Where(one => wanted.Count == 0 || wanted.Contains(one.Name)))
            call.Out(call.Argv.Contains("--value") ? $"{value}\n" : $"{name}={value}\n");
    }
}
