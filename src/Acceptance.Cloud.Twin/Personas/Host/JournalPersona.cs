using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Systemd;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>journalctl -k and -u: the kernel's lines of this boot, and what happened to units.</summary>
internal sealed class JournalPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["journalctl"];

    public override HostKind On => HostKind.Remote;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(
            // As systemctl advises it.
            call.Argv.Select(word => word == "-xeu" ? "-u" : word),
            ["-u", "--unit", "-n", "--lines"],
            ["-k", "--dmesg", "--no-pager", "-q", "--quiet"]
        );
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"journalctl {unknown}");
        lock (call.World.Gate)
        {
            var chosen = Chosen(call, arguments).ToList();
            foreach (var entry in chosen)
                call.Out(JournalLines.Short(call.Host.Name, entry) + "\n");
            if (chosen.Count == 0 && !arguments.Has("-q", "--quiet"))
                call.Out("-- No entries --\n");
            return Task.FromResult(0);
        }
    }

    private static IEnumerable<JournalEntry> Chosen(PersonaCall call, Arguments arguments)
    {
        IEnumerable<JournalEntry> chosen = JournalLines.On(call);
        if (arguments.Value("-u", "--unit") is { } unit)
            chosen = chosen.Where(entry => entry.Unit == unit || entry.Unit == unit + ".service");
        if (arguments.Has("-k", "--dmesg"))
            chosen = chosen.Where(entry => entry.Identifier == "kernel");
        return arguments.Value("-n", "--lines") is not { } lines ? chosen
            : int.TryParse(lines, out var count) ? chosen.TakeLast(count)
            : throw new NotEmulatedException($"journalctl -n {lines}");
    }
}
