using System.CommandLine;

namespace Acceptance.Cli.Twins;

/// <summary>
/// `acceptance twin log [--follow] [--mutations] [--from N]`: every request and every argv that reached the served
/// cloud.
/// </summary>
internal static class TwinLogCommand
{
    public static Command Make(TextWriter output, Func<string, string?> environment, Option<Uri?> control)
    {
        var follow = new Option<bool>("--follow") { Description = "Goes on printing until interrupted." };
        var mutations = new Option<bool>("--mutations")
        {
            Description = "Leaves out what only reads: GET, asking for a token, and the suite's own reading commands.",
        };
        var from = NumberOption.Whole("--from", "Leaves out the first N entries.", "N", 0, 0, int.MaxValue);
        var command = new Command(
            "log",
            "Prints every request and every argv that reached the served cloud.\n\nExamples:\n"
                + "  acceptance twin log --mutations\n  acceptance twin log --follow --from 200"
        )
        {
            follow,
            mutations,
            from,
            control,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                using var twin = new ControlAddress(environment, control).Open(parsed);
                var all = !parsed.GetValue(mutations);
                for (var seen = parsed.GetValue(from); ; )
                {
                    seen += await Print(twin, seen, all, output, cancel);
                    if (!parsed.GetValue(follow))
                        return ExitCode.Kept;
                    await FollowPause.Pass(cancel);
                }
            }
        );
        return command;
    }

    /// <summary>How many entries there were, printed or not.</summary>
    private static async Task<int> Print(
        TwinControl twin,
        int seen,
        bool all,
        TextWriter output,
        CancellationToken cancel
    )
    {
        var entries = await twin.Log(seen, cancel);
        foreach (var line in entries.Select(entry => FlightLine.Of(entry!)).Where(line => all || !line.Reads))
            output.WriteLine(line.Text);
        return entries.Count;
    }
}
