using System.CommandLine;

namespace Acceptance.Cli.Twins;

/// <summary>`acceptance twin fault ID`: breaks the served cloud; without an ID, lists what it can do and what is in force.</summary>
internal static class TwinFaultCommand
{
    public static Command Make(TextWriter output, Func<string, string?> environment, Option<Uri?> control)
    {
        var id = new Argument<string?>("ID")
        {
            Description = "The fault's id; none: list them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "fault",
            "Breaks the served cloud in a named way; without an ID, lists the ways.\n\nExamples:\n  acceptance twin fault\n  acceptance twin fault D-041"
        )
        {
            id,
            control,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                using var twin = new ControlAddress(environment, control).Open(parsed);
                if (parsed.GetValue(id) is not { } wanted)
                {
                    await List(twin, output, cancel);
                    return ExitCode.Kept;
                }

                var answer = await twin.Fault(wanted, cancel);
                var victim = answer["victim"]?.GetValue<string>();
                output.WriteLine(
                    $"{answer["id"]}: {answer["says"]} {(victim is null ? "It waits: what it would strike does not exist yet." : $"Struck: {victim}.")} Entry: {answer["entry"]}."
                );
                return ExitCode.Kept;
            }
        );
        return command;
    }

    private static async Task List(TwinControl twin, TextWriter output, CancellationToken cancel)
    {
        var faults = await twin.Faults(cancel);
        foreach (
            var fault in faults["known"]!
                .AsArray()
                .OrderBy(one => one!["id"]!.GetValue<string>(), StringComparer.OrdinalIgnoreCase)
        )
            output.WriteLine($"{fault!["id"], -28} {fault["says"]} ({fault["entry"]})");
        foreach (var active in faults["active"]!.AsArray())
            output.WriteLine(
                $"in force: {active!["id"]}, {(active["victim"] is { } victim ? $"struck {victim}" : "waits for its victim")}"
            );
    }
}
