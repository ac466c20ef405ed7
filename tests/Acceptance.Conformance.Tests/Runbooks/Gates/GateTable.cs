using System.Text.RegularExpressions;
using Acceptance.Conformance.Tests.Runbooks.Finding;

namespace Acceptance.Conformance.Tests.Runbooks.Gates;

/// <summary>Reads gates.txt.</summary>
internal static partial class GateTable
{
    public static IReadOnlyList<Gate> All { get; } = [.. Read()];

    public static IReadOnlyList<string> Plays { get; } = [.. All.Select(gate => gate.Play).Distinct()];

    public static Gate Of(string block) => All.First(gate => gate.Block == block);

    private static IEnumerable<Gate> Read()
    {
        var (play, world) = ("", "");
        Gate? gate = null;
        foreach (var line in File.ReadLines(Table.PathOf("gates.txt")))
        {
            if (Play().Match(line) is { Success: true } begun)
            {
                if (gate is not null)
                    yield return gate;
                (gate, play, world) = (null, begun.Groups[1].Value, begun.Groups[2].Value);
            }
            else if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                if (gate is not null)
                    yield return gate;
                gate = new Gate(line[3..].Trim(), play, world);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split(": ", 2);
                if (parts.Length < 2)
                    throw new FormatException($"gates.txt: found '{line}'; allowed: KEY: VALUE");
                gate = With(gate!, parts[0], parts[1]);
            }
        }

        if (gate is not null)
            yield return gate;
    }

    private static Gate With(Gate gate, string key, string value) =>
        key switch
        {
            "with" => gate with { With = value },
            "before" => gate with { Before = [.. gate.Before, value] },
            "until" => gate with { Until = value },
            "stdin" => gate with { Stdin = value },
            "ask" => gate with { Asks = [.. gate.Asks, value] },
            "prints" => gate with { Prints = [.. gate.Prints, value] },
            "never" => gate with { Never = [.. gate.Never, value] },
            "fault" => gate with { Faults = [.. gate.Faults, Fault(gate, value)] },
            "damage" => gate with { Faults = [.. gate.Faults, Damage(gate, value)] },
            "blind" => gate with
            {
                Faults =
                [
                    .. gate.Faults,
                    new GateFault(value.Split(' ')[0], gate.World, [], null, null, value.Split(' ', 2)[1]),
                ],
            },
            "nofault" => gate with { NoFault = value },
            _ => throw new FormatException(
                $"gates.txt: found '{key}'; allowed: with, before, until, stdin, ask, prints, never, fault, "
                    + "damage, blind, nofault"
            ),
        };

    private static GateFault Fault(Gate gate, string value)
    {
        var match = FaultLine().Match(value);
        return new GateFault(
            match.Groups["id"].Value,
            match.Groups["world"] is { Success: true } world ? world.Value : gate.World,
            match.Groups["needs"] is { Success: true } needs ? needs.Value.Split(',') : [],
            match.Groups["after"] is { Success: true } after ? after.Value : null,
            null,
            null
        );
    }

    private static GateFault Damage(Gate gate, string value)
    {
        var needs = value.StartsWith("needs ", StringComparison.Ordinal) ? value.Split(';')[0]["needs ".Length..] : "";
        return new GateFault(
            "",
            gate.World,
            needs.Length > 0 ? needs.Split(',') : [],
            null,
            needs.Length > 0 ? value.Split(';', 2)[1].Trim() : value,
            null
        );
    }

    [GeneratedRegex(@"^#### play (\S+) in (\S+)$")]
    private static partial Regex Play();

    [GeneratedRegex(@"^(?<id>\S+)(?: in (?<world>\S+))?(?: needs (?<needs>\S+))?(?: after (?<after>.+))?$")]
    private static partial Regex FaultLine();
}
