using System.CommandLine;
using System.Text.Json.Nodes;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Cli.Twins;

/// <summary>
/// `acceptance twin fault ID`: breaks the served cloud; without an ID, lists what it can do and what is in force.
/// </summary>
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
            "Breaks the served cloud in a named way; without an ID, lists the ways.\n\nExamples:\n"
                + "  acceptance twin fault\n  acceptance twin fault D-041"
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
                var struck = victim is null
                    ? "It waits: what it would strike does not exist yet."
                    : $"Struck: {victim}.";
                output.WriteLine($"{answer["id"]}: {answer["says"]} {struck} Entry: {Entry(answer["id"])}.");
                return ExitCode.Kept;
            }
        );
        return command;
    }

    /// <summary>
    /// The known issue that a run against the broken cloud names. The twin knows faults; what they amount to is known
    /// here.
    /// </summary>
    private static string Entry(JsonNode? fault) => KnownIssueIndex.OfFault(fault!.GetValue<string>())?.Id ?? "none";

    private static async Task List(TwinControl twin, TextWriter output, CancellationToken cancel)
    {
        var faults = await twin.Faults(cancel);
        foreach (
            var fault in faults["known"]!
                .AsArray()
                .OrderBy(one => one!["id"]!.GetValue<string>(), StringComparer.OrdinalIgnoreCase)
        )
            output.WriteLine($"{fault!["id"], -28} {fault["says"]} ({Entry(fault["id"])})");
        foreach (var active in faults["active"]!.AsArray())
        {
            var struck = active!["victim"] is { } victim ? $"struck {victim}" : "waits for its victim";
            output.WriteLine($"in force: {active["id"]}, {struck}");
        }
    }
}
