using System.CommandLine;
using Acceptance.Cli.Asserts;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Decisions.Diagnosing;
using Acceptance.Runs.Asking;

namespace Acceptance.Cli.Diagnoses;

/// <summary>
/// `acceptance diagnose`: what is broken at the root, what follows from it, and what is not known. It reads, and
/// changes nothing.
/// </summary>
internal static class DiagnoseCommand
{
    public static Command Make(TextWriter output, Func<string, string?> environment)
    {
        var site = new Option<string?>("--site")
        {
            Description = "A site file; else ACCEPTANCE_SITE; else an embedded twin on which the cluster stands.",
        };
        var format = FormatOption.Of("text or json.");
        var command = new Command(
            "diagnose",
            "Asks everything that can be read, whatever is down, and says what is broken at the root. Reads only.\n\n"
                + "Examples:\n  acceptance diagnose\n  acceptance diagnose --site my-site.json\n"
                + "  acceptance diagnose --site my-site.json --format json"
        )
        {
            site,
            format,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var named = parsed.GetValue(site) ?? environment("ACCEPTANCE_SITE");
                await using var asked = AssertedSite.Open(named is null or "" ? "twin" : named);
                var causes = await new Survey(asked.Cloud, new SystemClock().TimeProvider).Diagnose().WaitAsync(cancel);
                Write(causes, asked, parsed.GetValue(format) == FormatOption.Json, output);
                return Exit(causes);
            }
        );
        return command;
    }

    private static int Exit(RootCauses causes) =>
        causes switch
        {
            { NothingIsBroken: true } => ExitCode.Kept,
            { IsDark: true } => ExitCode.Unreachable,
            _ => ExitCode.Broken,
        };

    private static void Write(RootCauses causes, AssertedSite asked, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(new RootCausesJson(causes, asked.Cloud.Site, asked.Warnings).Written());
            return;
        }

        foreach (var line in asked.Warnings.Concat(new RootCausesText(causes, asked.Cloud.Site).Lines()))
            output.WriteLine(line);
    }
}
