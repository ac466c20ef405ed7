using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Systemd;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>journalctl: the kernel's lines of this boot, and what happened to units, chosen by unit, time, priority and words.</summary>
internal sealed class JournalPersona : Persona
{
    private static readonly string[] Priorities =
    [
        "emerg",
        "alert",
        "crit",
        "err",
        "warning",
        "notice",
        "info",
        "debug",
    ];

    public override IReadOnlyList<string> Names { get; } = ["journalctl"];

    public override HostKind On => HostKind.Remote;

    public override async Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(
            call.Argv.Select(word => word == "-xeu" ? "-u" : word),
            [
                "-u",
                "--unit",
                "-n",
                "--lines",
                "-S",
                "--since",
                "-U",
                "--until",
                "-b",
                "--boot",
                "-o",
                "--output",
                "-g",
                "--grep",
                "-p",
                "--priority",
                "-t",
                "--identifier",
            ],
            [
                "-k",
                "--dmesg",
                "--no-pager",
                "-q",
                "--quiet",
                "-r",
                "--reverse",
                "-x",
                "-e",
                "-a",
                "-l",
                "--full",
                "--no-hostname",
                "--utc",
                "-f",
                "--follow",
            ]
        );
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"journalctl {unknown}");
        if (call.Host.Machine is { HasInit: false })
        {
            call.Err("No journal files were found.\n");
            call.Out("-- No entries --\n");
            return 0;
        }

        int exit;
        lock (call.World.Gate)
            exit = Show(call, arguments);
        if (exit == 0 && arguments.Has("-f", "--follow"))
            await call.Hang();
        return exit;
    }

    private static int Show(PersonaCall call, Arguments arguments)
    {
        var format = arguments.Value("-o", "--output") ?? "short";
        List<JournalEntry> chosen;
        try
        {
            chosen = [.. Chosen(call, arguments)];
        }
        catch (FormatException wrong)
        {
            return call.Fail(1, wrong.Message);
        }

        if (arguments.Has("-r", "--reverse"))
            chosen.Reverse();
        foreach (var entry in chosen)
        {
            var line =
                JournalLines.In(format, call.Host.Name, entry)
                ?? throw new NotEmulatedException($"journalctl -o {format}");
            call.Out(
                (
                    arguments.Has("--no-hostname") && format.StartsWith("short", StringComparison.Ordinal)
                        ? line.Replace($" {call.Host.Name} ", " ", StringComparison.Ordinal)
                        : line
                ) + "\n"
            );
        }

        if (chosen.Count == 0 && !arguments.Has("-q", "--quiet") && format != "json")
            call.Out("-- No entries --\n");
        return chosen.Count == 0 && arguments.Has("-g", "--grep") ? 1 : 0;
    }

    private static IEnumerable<JournalEntry> Chosen(PersonaCall call, Arguments arguments)
    {
        // Only one boot is known: an earlier one is none.
        if (arguments.Value("-b", "--boot") is { } boot && boot.StartsWith('-') && boot != "-0")
            throw new FormatException(
                $"Data from the specified boot ({boot}) is not available: No such boot ID in journal"
            );
        IEnumerable<JournalEntry> chosen = JournalLines.On(call);
        string[] units =
        [
            .. arguments
                .Values("-u", "--unit")
                .Select(unit => unit.Contains('.', StringComparison.Ordinal) ? unit : unit + ".service"),
        ];
        if (units.Length > 0)
            chosen = chosen.Where(entry =>
                Array.Exists(
                    units,
                    unit =>
                        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(
                            unit,
                            entry.Unit,
                            ignoreCase: false
                        )
                )
            );
        if (arguments.Has("-k", "--dmesg"))
            chosen = chosen.Where(entry => entry.Identifier == "kernel");
        if (arguments.Value("-t", "--identifier") is { } identifier)
            chosen = chosen.Where(entry => entry.Identifier == identifier);
        if (arguments.Value("-S", "--since") is { } since)
            chosen = chosen.Where(entry => entry.At >= Moment(call, since));
        if (arguments.Value("-U", "--until") is { } until)
            chosen = chosen.Where(entry => entry.At <= Moment(call, until));
        if (arguments.Value("-p", "--priority") is { } priority)
            chosen = chosen.Where(Least(priority));
        if (arguments.Value("-g", "--grep") is { } words)
            chosen = chosen.Where(entry =>
                Regex.IsMatch(
                    entry.Message,
                    words,
                    words.Any(char.IsUpper) ? RegexOptions.None : RegexOptions.IgnoreCase
                )
            );
        return arguments.Value("-n", "--lines") is not { } lines || lines == "all" ? chosen
            : int.TryParse(lines, CultureInfo.InvariantCulture, out var count) && count >= 0
                ? chosen.ToList().TakeLast(count)
            : throw new FormatException($"Failed to parse lines '{lines}'");
    }

    private static DateTimeOffset Moment(PersonaCall call, string text) =>
        JournalTime.Parse(text, call.World.Now) ?? throw new FormatException($"Failed to parse timestamp: {text}");

    /// <summary>"err": that and worse; "warning..err": from the one to the other.</summary>
    private static Func<JournalEntry, bool> Least(string text)
    {
        int Of(string word) =>
            Array.IndexOf(Priorities, word) is >= 0 and var at ? at
            : int.TryParse(word, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 7 ? number
            : throw new FormatException($"Unknown log level {text}");
        if (text.Split("..") is [var from, var to])
        {
            var (low, high) = (Math.Min(Of(from), Of(to)), Math.Max(Of(from), Of(to)));
            return entry => entry.Priority >= low && entry.Priority <= high;
        }

        var least = Of(text);
        return entry => entry.Priority <= least;
    }
}
