using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Commands;

/// <summary>A command with its values: what can be run. Only a command makes one.</summary>
public sealed class CommandLine
{
    internal CommandLine(Command command, IReadOnlyList<string> values, CommandLine? carried)
    {
        (Command, Values, Carried) = (command, values, carried);
        Misfit = carried?.Misfit ?? MisfitOf(command, values);
        Words = Misfit is null ? [.. Filled(values, carried)] : [];
    }

    public Command Command { get; }

    public IReadOnlyList<string> Values { get; }

    /// <summary>What it carries to another host; null: nothing.</summary>
    public CommandLine? Carried { get; }

    /// <summary>
    /// Why it is not run: a value that the form of its slot does not take, in one sentence. Null: it fits.
    /// </summary>
    public Sentence? Misfit { get; }

    /// <summary>Program and arguments, each a word; none where a value does not fit.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What it needs, with what it carries.</summary>
    public Permit Needs => Carried is { } carried && carried.Needs > Command.Needs ? carried.Needs : Command.Needs;

    /// <summary>As one text for the shell of another host: the only place where values are quoted for a hop.</summary>
    public string ForShell =>
        Command is { Script: { } script } && Values.Count == 0 ? script : ShellQuoting.Line(Words);

    /// <summary>As an operator would type it on the spot.</summary>
    public ByHand ByHand => ByHand.Quoted(ForShell);

    public override string ToString() => ShellQuoting.Line(Words);

    private static Sentence? MisfitOf(Command command, IReadOnlyList<string> values)
    {
        Slot[] slots = [.. command.Slots];
        var many = slots is [.., { Many: true }];
        if (many ? values.Count < slots.Length : values.Count != slots.Length)
            throw new ArgumentException($"{command.Id} has {slots.Length} slots, and {values.Count} values are given.");
        for (var at = 0; at < values.Count; at++)
        {
            var slot = slots[Math.Min(at, slots.Length - 1)];
            if (!slot.Takes(values[at]))
                return $"{command.Id} is not run: '{values[at]}' is no {slot.Name} ({slot.Form})";
        }

        return null;
    }

    private IEnumerable<string> Filled(IReadOnlyList<string> values, CommandLine? carried)
    {
        var at = 0;
        foreach (var word in Command.Words)
        {
            switch (word)
            {
                case Word.Open { Slot.Many: true }:
                    for (; at < values.Count; at++)
                        yield return values[at];
                    break;
                case Word.Open:
                    yield return values[at++];
                    break;
                case Word.Carried:
                    yield return carried!.ForShell;
                    break;
                case Word.Fixed { Text: var text }:
                    yield return text;
                    break;
            }
        }
    }
}
