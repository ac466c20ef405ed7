using Acceptance.Cloud.Twin.Personas.Host;
using Acceptance.Cloud.Twin.Personas.Nginx;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Systemd;

/// <summary>
/// systemctl over the units that the charms install: what the world models of them, and for the rest whether somebody
/// stopped them. On the jumphost it knows nginx.
/// </summary>
internal sealed class SystemctlPersona : Persona
{
    private static readonly string[] Verbs = ["reload", "restart", "start", "stop"];

    public override IReadOnlyList<string> Names { get; } = ["systemctl"];

    public override HostKind On => HostKind.Juju | HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call) =>
        call.Reading(() =>
        {
            lock (call.World.Gate)
                return Act(call);
        });

    private static int Act(PersonaCall call)
    {
        var arguments = Arguments.Parse(
            call.Argv,
            ["-p", "--property"],
            ["--value", "-q", "--quiet", "--no-pager", "-l", "--full"]
        );
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"{call.Program} {unknown}");
        string[] words = [.. arguments.Operands];
        string[] names =
        [
            .. words.Skip(1).Select(name => name.EndsWith(".service", StringComparison.Ordinal) ? name[..^8] : name),
        ];
        if (call.Host.Kind == HostKind.Jumphost)
            return JumphostServices.Act(call, words, names);
        switch (words.FirstOrDefault())
        {
            case "is-active" when names.Length > 0:
                return Asked(call, arguments, names);
            case "status" when names.Length > 0:
                return names.Max(name => Status(call, name));
            case "show" when names.Length > 0:
                foreach (var name in names)
                    call.Out(UnitProperties.Of(call, arguments, name));
                return 0;
            case var verb when Verbs.Contains(verb) && names.Length > 0:
                return names.Max(name => Do(call, verb!, name));
            default:
                throw new NotEmulatedException($"{call.Program} {string.Join(' ', call.Argv)}");
        }
    }

    /// <summary>One word a unit; it is enough that one of them is active.</summary>
    private static int Asked(PersonaCall call, Arguments arguments, string[] names)
    {
        string[] words =
        [
            .. names.Select(name => HostService.Find(call.World, call.Host.Machine!, name)?.Active ?? "inactive"),
        ];
        if (!arguments.Has("-q", "--quiet"))
            call.Out(string.Concat(words.Select(word => word + "\n")));
        return words.Contains("active") ? 0 : 3;
    }

    private static int Status(PersonaCall call, string name)
    {
        if (HostService.Find(call.World, call.Host.Machine!, name) is not { } service)
            return call.Fail(4, $"Unit {name}.service could not be found.");
        var (dot, how) = service.Active switch
        {
            "active" => ('●', "active (running)"),
            "failed" => ('×', "failed (Result: exit-code)"),
            _ => ('○', "inactive (dead)"),
        };
        call.Out(
            $"{dot} {name}.service - {service.Unit.Description}\n"
                + $"     Loaded: loaded (/lib/systemd/system/{name}.service; enabled; vendor preset: enabled)\n"
        );
        call.Out(
            $"     Active: {how} since {SystemdTime.Moment(service.Since)}; "
                + $"{SystemdTime.Ago(call.World.Now - service.Since)}\n"
        );
        if (service.Running)
            call.Out(
                $"   Main PID: {service.Pid} ({service.Unit.Process})\n"
                    + $"     CGroup: /system.slice/{name}.service\n"
                    + $"             └─{service.Pid} {service.Unit.Process}\n"
            );
        var said = JournalLines.On(call).Where(entry => entry.Unit == name + ".service").TakeLast(10).ToList();
        if (said.Count > 0)
            call.Out("\n" + string.Concat(said.Select(entry => JournalLines.Short(call.Host.Name, entry) + "\n")));
        return service.Running ? 0 : 3;
    }

    private static int Do(PersonaCall call, string verb, string name)
    {
        if (!call.Elevated)
            return call.Fail(
                1,
                $"Failed to {verb} {name}.service: Interactive authentication required.\n"
                    + $"See system logs and 'systemctl status {name}.service' for details."
            );
        if (HostService.Find(call.World, call.Host.Machine!, name) is not { } service)
            return call.Fail(5, $"Failed to {verb} {name}.service: Unit {name}.service not found.");
        if (verb == "reload" && !service.Running)
            return call.Fail(1, $"{name}.service is not active, cannot reload.");
        return service.Do(verb)
            ? 0
            : call.Fail(
                1,
                $"Job for {name}.service failed because the control process exited with error code.\n"
                    + $"See \"systemctl status {name}.service\" and \"journalctl -xeu {name}.service\" for details."
            );
    }
}
