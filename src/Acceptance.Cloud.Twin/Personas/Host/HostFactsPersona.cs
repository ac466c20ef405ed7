using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>hostname, who, uptime, uname -n: what a host says of itself, in the twin's time.</summary>
internal sealed class HostFactsPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["hostname", "who", "uptime"];

    public override HostKind On => HostKind.Remote;

    public override Task<int> Run(PersonaCall call)
    {
        lock (call.World.Gate)
        {
            call.Out(
                call.Program switch
                {
                    "hostname" => call.Argv.Count == 0 || call.Argv[0] == "-s" ? call.Host.Name + "\n"
                    : call.Argv[0] == "-f" ? call.Host.Name + ".maas\n"
                    : call.Argv[0] == "-I" ? Addresses(call) + " \n"
                    : throw new NotEmulatedException($"hostname {call.Argv[0]}"),
                    "who" => Who(call),
                    _ => Uptime(call),
                }
            );
        }

        return Task.FromResult(0);
    }

    /// <summary>Of the host, whose operator comes without a login record, or of the file that is named.</summary>
    private static string Who(PersonaCall call)
    {
        var arguments = Arguments.Parse(
            call.Argv,
            [],
            ["-b", "--boot", "-s", "--short", "-u", "--users", "-H", "--heading"]
        );
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"who {unknown}");
        var heading = arguments.Has("-H", "--heading") ? "NAME     LINE         TIME             COMMENT\n" : "";
        var boot = arguments.Has("-b", "--boot");
        switch (arguments.Operands)
        {
            case [] or ["am", "i"]:
                return heading
                    + (boot && call.Host.Machine is not { HasInit: false } ? LoginRecords.Boot(BootedAt(call)) : "");
            case [var file]:
                byte[] records = File.Exists(file) ? File.ReadAllBytes(file) : [];
                return heading + (boot ? LoginRecords.Boot(records) : LoginRecords.Users(records));
            default:
                throw new NotEmulatedException($"who {string.Join(' ', call.Argv)}");
        }
    }

    private static string Addresses(PersonaCall call) =>
        call.Host.Machine is { } machine
            ? string.Join(' ', machine.Addresses.Values)
            : call.World.Plan.Address(call.World.Plan.ManagementFip);

    private static DateTimeOffset BootedAt(PersonaCall call) =>
        call.Host.Machine?.BootedAt ?? call.World.Management.BootedAt ?? call.World.Now;

    private static string Uptime(PersonaCall call)
    {
        var up = call.World.Now - BootedAt(call);
        if (call.Argv.FirstOrDefault() is "-p" or "--pretty")
            return Pretty(up);
        if (call.Argv.FirstOrDefault() is { } option and not ("-s" or "--since"))
            throw new NotEmulatedException($"uptime {option}");
        if (call.Argv.Count > 0)
            return string.Create(CultureInfo.InvariantCulture, $"{BootedAt(call).UtcDateTime:yyyy-MM-dd HH:mm:ss}\n");
        var load = call.Host.Kind == HostKind.Guest ? call.World.Management.Load : 0.42;
        var since =
            up.TotalMinutes < 60 ? $"{(int)up.TotalMinutes} min"
            : up.TotalDays < 1 ? $"{up.Hours, 2}:{up.Minutes:D2}"
            : $"{(int)up.TotalDays} day{(up.TotalDays >= 2 ? "s" : "")}, {up.Hours, 2}:{up.Minutes:D2}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $" {call.World.Now.UtcDateTime:HH:mm:ss} up {since},  0 users,  load average: {load:F2}, {load * 0.9:F2}, {load * 0.7:F2}\n"
        );
    }

    /// <summary>"up 2 days, 3 hours, 5 minutes": units that are nought are left out.</summary>
    private static string Pretty(TimeSpan up)
    {
        (int Number, string Unit)[] parts =
        [
            ((int)up.TotalDays / 365, "year"),
            ((int)up.TotalDays % 365 / 7, "week"),
            ((int)up.TotalDays % 365 % 7, "day"),
            (up.Hours, "hour"),
            (up.Minutes, "minute"),
        ];
        var said = parts
            .Where(part => part.Number > 0)
            .Select(part =>
                string.Create(CultureInfo.InvariantCulture, $"{part.Number} {part.Unit}{(part.Number == 1 ? "" : "s")}")
            )
            .ToList();
        return $"up {(said.Count == 0 ? "0 minutes" : string.Join(", ", said))}\n";
    }
}
