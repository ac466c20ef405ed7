using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>hostname, who, uptime: what a host says of itself, in the twin's time.</summary>
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

    /// <summary>The boot; the operator comes without a login record.</summary>
    private static string Who(PersonaCall call) =>
        call.Argv switch
        {
            [] => "",
            ["-b"] => string.Create(
                CultureInfo.InvariantCulture,
                $"         system boot  {BootedAt(call).UtcDateTime:yyyy-MM-dd HH:mm}\n"
            ),
            _ => throw new NotEmulatedException($"who {string.Join(' ', call.Argv)}"),
        };

    private static string Addresses(PersonaCall call) =>
        call.Host.Machine is { } machine
            ? string.Join(' ', machine.Addresses.Values)
            : call.World.Plan.Address(call.World.Plan.ManagementFip);

    private static DateTimeOffset BootedAt(PersonaCall call) =>
        call.Host.Machine?.BootedAt ?? call.World.Management.BootedAt ?? call.World.Now;

    private static string Uptime(PersonaCall call)
    {
        var up = call.World.Now - BootedAt(call);
        if (call.Argv.Count > 0)
            throw new NotEmulatedException($"uptime {call.Argv[0]}");
        var load = call.Host.Kind == HostKind.Guest ? call.World.Management.Load : 0.42;
        var since =
            up.TotalMinutes < 60 ? $"{(int)up.TotalMinutes} min"
            : up.TotalDays < 1 ? $"{up.Hours, 2}:{up.Minutes:D2}"
            : $"{(int)up.TotalDays} day{(up.TotalDays >= 2 ? "s" : "")}, {up.Hours, 2}:{up.Minutes:D2}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $" {call.World.Now.UtcDateTime:HH:mm:ss} up {since},  0 users,  "
                + $"load average: {load:F2}, {load * 0.9:F2}, {load * 0.7:F2}\n"
        );
    }
}
