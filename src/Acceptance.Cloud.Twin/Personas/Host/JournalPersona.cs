using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>journalctl: the kernel's lines of this boot, and a unit's; the lines that matter are those a fault left in the host's journal file.</summary>
internal sealed class JournalPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["journalctl"];

    public override HostKind On => HostKind.Remote;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, ["-u", "--unit", "-n", "--lines", "--since", "--until", "-b", "-o", "--output", "-g", "--grep", "-p"], ["-k", "--dmesg", "--no-pager", "-q", "-r", "-x", "-e", "-xe", "-f"]);
        if (arguments.Has("-f")) return Follow(call);
        var kernel = arguments.Has("-k", "--dmesg");
        var unit = arguments.Value("-u", "--unit");
        string? journal;
        lock (call.World.Gate) journal = call.Host.Files.Read(kernel ? "/var/log/kern.log" : $"/var/log/journal/{unit}.log");
        if (kernel && journal is null)
        {
            var boot = call.Host.Machine?.BootedAt ?? call.World.Now;
            journal = string.Create(CultureInfo.InvariantCulture, $"{boot.UtcDateTime:MMM dd HH:mm:ss} {call.Host.Name} kernel: Linux version 5.15.0-160-generic (buildd@lcy02-amd64-072)\n");
        }

        call.Out(string.IsNullOrEmpty(journal) ? "-- No entries --\n" : journal);
        return Task.FromResult(0);
    }

    private static async Task<int> Follow(PersonaCall call)
    {
        await call.Hang();
        return 0;
    }
}
