using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.Personas.Systemd;
using Acceptance.Cloud.Twin.World.Systemd;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>
/// A host's journal: the kernel's lines of its boot, the starts and stops of its units, and the lines that a fault left
/// in its files.
/// </summary>
internal static partial class JournalLines
{
    private const string Kernel = "kernel";

    public static List<JournalEntry> On(PersonaCall call)
    {
        var boot = call.Host.Machine?.BootedAt ?? call.World.Management.BootedAt ?? call.World.Now;
        var lines = call.Host.Machine is { IsContainer: true } ? [] : KernelsOwn(boot);
        foreach (
            var path in call
                .Host.Files.Paths.Where(path =>
                    path == "/var/log/kern.log"
                    || (
                        path.StartsWith("/var/log/journal/", StringComparison.Ordinal)
                        && path.EndsWith(".log", StringComparison.Ordinal)
                    )
                )
                .ToList()
        )
            lines.AddRange(Written(call, path, boot));
        if (call.Host.Machine is { } machine)
        {
            lines.AddRange(machine.Journal.Entries);
            foreach (var service in HostService.On(call.World, machine))
                lines.AddRange(Started(service, boot, machine.Journal));
        }

        return [.. lines.OrderBy(line => line.At)];
    }

    public static string Short(string host, JournalEntry entry) =>
        $"{entry.At.UtcDateTime.ToString("MMM dd HH:mm:ss", CultureInfo.InvariantCulture)} {Tail(host, entry)}";

    private static string Tail(string host, JournalEntry entry) =>
        $"{host} {entry.Identifier}{Pid(entry)}: {entry.Message}";

    private static string Pid(JournalEntry entry) =>
        entry.Pid > 0 ? string.Create(CultureInfo.InvariantCulture, $"[{entry.Pid}]") : "";

    private static List<JournalEntry> KernelsOwn(DateTimeOffset boot) =>
        [
            new(boot, "", Kernel, 0, 5, "Linux version 5.15.0-160-generic (buildd@lcy02-amd64-072)"),
            new(
                boot,
                "",
                Kernel,
                0,
                6,
                "Command line: BOOT_IMAGE=/boot/vmlinuz-5.15.0-160-generic root=/dev/vda1 ro console=tty1 console=ttyS0"
            ),
        ];

    /// <summary>The start of a unit, where no deed of an operator tells it already.</summary>
    private static IEnumerable<JournalEntry> Started(HostService service, DateTimeOffset boot, HostJournal journal)
    {
        DateTimeOffset[] starts =
            service.Running && service.Since > boot && journal.Started(service.Unit.Name) is null
                ? [boot, service.Since]
                : [boot];
        foreach (var at in starts)
        {
            yield return new JournalEntry(
                at,
                service.Unit.Name + ".service",
                "systemd",
                1,
                6,
                $"Starting {service.Unit.Description}..."
            );
            yield return new JournalEntry(
                at,
                service.Unit.Name + ".service",
                "systemd",
                1,
                6,
                $"Started {service.Unit.Description}."
            );
        }
    }

    /// <summary>Lines of a file in syslog's form; what has none belongs to the moment of the boot.</summary>
    private static IEnumerable<JournalEntry> Written(PersonaCall call, string path, DateTimeOffset boot)
    {
        var unit = path.StartsWith("/var/log/journal/", StringComparison.Ordinal)
            ? Path.GetFileNameWithoutExtension(path) + ".service"
            : "";
        foreach (var line in (call.Host.Files.Read(path) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Syslog().Match(line);
            var at =
                match.Success
                && DateTimeOffset.TryParseExact(
                    $"{boot.Year} {match.Groups["at"].Value}",
                    ["yyyy MMM d HH:mm:ss", "yyyy MMM  d HH:mm:ss"],
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var parsed
                )
                    ? parsed
                    : boot;
            var identifier =
                match.Success ? match.Groups["who"].Value
                : unit.Length == 0 ? Kernel
                : unit[..^8];
            yield return new JournalEntry(
                at,
                unit,
                identifier,
                int.TryParse(match.Groups["pid"].Value, CultureInfo.InvariantCulture, out var pid) ? pid : 0,
                identifier == Kernel ? 4 : 6,
                match.Success ? match.Groups["says"].Value : line
            );
        }
    }

    [GeneratedRegex(
        @"^(?<at>[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d) \S+ (?<who>[^:\[]+)(?:\[(?<pid>\d+)\])?: (?<says>.*)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Syslog();
}
