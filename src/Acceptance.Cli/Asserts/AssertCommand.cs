using System.CommandLine;
using Acceptance.Cloud;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Asking;

namespace Acceptance.Cli.Asserts;

/// <summary>
/// `acceptance assert`: the rungs as checks, one line each as they are judged. It reads, and changes nothing.
/// </summary>
internal static class AssertCommand
{
    private const int WordWidth = 13,
        RungWidth = 12;

    public static Command Make(TextWriter output, Func<string, string?> environment)
    {
        var site = new Option<string?>("--site")
        {
            Description = "A site file; else ACCEPTANCE_SITE; else an embedded twin on which the cluster stands.",
        };
        var capture = new Option<string?>("--capture")
        {
            Description =
                "A folder of yours, outside of any repository: a dated capture of what was asserted is left in it.",
        };
        var command = new Command(
            "assert",
            "Asks every rung of the ladder, bottom up, and says a line of each check. Reads only.\n\n"
                + "Examples:\n  acceptance assert\n  acceptance assert --site my-site.json\n"
                + "  acceptance assert --site my-site.json --capture ~/captures"
        )
        {
            site,
            capture,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var named = parsed.GetValue(site) ?? environment("ACCEPTANCE_SITE");
                var file = parsed.GetValue(capture) is { } folder ? CaptureFile.In(folder) : null;
                await using var asked = AssertedSite.Open(named is null or "" ? "twin" : named);
                foreach (var warning in asked.Warnings)
                    output.WriteLine(warning);
                return await Assert(asked.Cloud, file, output, cancel);
            }
        );
        return command;
    }

    private static async Task<int> Assert(
        ICloud cloud,
        CaptureFile? capture,
        TextWriter output,
        CancellationToken cancel
    )
    {
        var assertion = new Assertion(cloud, new SystemClock().TimeProvider);
        var failed = 0;
        await foreach (var (rung, check, verdict) in assertion.Ask().WithCancellation(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (!verdict.Passes && verdict is not Verdict.NotAsked)
                failed++;
            capture?.Add(rung, check, verdict);
            output.WriteLine(
                $"{verdict.Word.PadRight(WordWidth)} {rung.Name.PadRight(RungWidth)} {check.Id}: {Line(verdict)}"
            );
        }

        if (capture is not null)
            output.WriteLine($"CAPTURE: {await capture.Write(cloud, assertion.Red?.Rung.Name)}");
        output.WriteLine(
            assertion.Red is { } red
                ? $"ASSERT: FAIL ({failed}); the lowest red rung is {red.Rung.Name}: {red.Verdict!.Sentence}"
                : "ASSERT: PASS"
        );
        return assertion.Red is null ? ExitCode.Kept : ExitCode.Broken;
    }

    private static Sentence Line(Verdict verdict) =>
        verdict.RoutesTo is { } entry ? $"{verdict.Sentence} (known issue {entry})" : verdict.Sentence;
}
