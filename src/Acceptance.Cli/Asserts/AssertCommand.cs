using System.CommandLine;
using Acceptance.Cloud;
using Acceptance.Decisions.Asserts;

namespace Acceptance.Cli.Asserts;

/// <summary>
/// `acceptance assert`: cloud-assert, A1 to A12, with the ladder beneath them. It reads, and changes nothing.
/// </summary>
internal static class AssertCommand
{
    private const string Description =
        "Asks what cloud-assert asks, A1 to A12, and the ladder beneath, side by side; says a line of each and "
        + "ends with CLOUD-ASSERT: PASS or FAIL. Reads only.\n"
        + CloudAssert.Numbers
        + ".\n\nExamples:\n"
        + "  acceptance assert\n  acceptance assert --site my-site.json --only A4,A6\n"
        + "  acceptance assert --site my-site.json --watch\n"
        + "  acceptance assert --site my-site.json --format junit >cloud-assert.xml\n"
        + "  acceptance assert --site my-site.json --capture ~/captures";

    /// <param name="output">Where the lines go.</param>
    /// <param name="environment">For ACCEPTANCE_SITE.</param>
    /// <param name="wall">On which a watched sweep waits for the next.</param>
    /// <param name="onTerminal">Somebody sits before it: items are shown as they are judged.</param>
    public static Command Make(TextWriter output, Func<string, string?> environment, ICloudClock wall, bool onTerminal)
    {
        var options = new AssertOptions();
        var command = new Command("assert", Description);
        foreach (var option in options.All)
            command.Add(option);
        command.Validators.Add(options.Refuse);
        command.SetAction(
            (parsed, cancel) => Assert(options.Read(parsed, environment), output, wall, onTerminal, cancel)
        );
        return command;
    }

    private static async Task<int> Assert(
        AssertWishes wishes,
        TextWriter output,
        ICloudClock wall,
        bool onTerminal,
        CancellationToken cancel
    )
    {
        var file = wishes.Capture is { } folder ? CaptureFile.In(folder) : null;
        await using var asked = AssertedSite.Open(wishes.Site);
        var text = new AssertText(output, onTerminal);
        var isText = wishes.Format == AssertOptions.Text;
        if (isText)
            text.Begin(asked.Warnings);
        var assert = new CloudSweep(asked.Cloud, wall, wishes.Items);
        if (wishes.Watch)
            return await new WatchedSweep(assert, wall, text).Run(cancel);
        var sweep = await assert.Once(isText ? text.Judged : null, cancel);
        var captured = file is null ? null : await file.Write(asked.Cloud, sweep);
        if (isText)
            text.Show(sweep, captured);
        else
            output.WriteLine(Document(sweep, wishes.Format, asked));
        return CodeOf(sweep);
    }

    private static string Document(Sweep sweep, string format, AssertedSite asked)
    {
        var (site, now) = (asked.Cloud.Site.Name, asked.Cloud.Clock.Now);
        return format == AssertOptions.Json
            ? AssertJson.Of(sweep, site, now, asked.Warnings)
            : AssertJUnit.Of(sweep, site, now, asked.Warnings);
    }

    private static int CodeOf(Sweep sweep) =>
        sweep.Passes ? ExitCode.Kept
        : sweep.Answered ? ExitCode.Broken
        : ExitCode.Unreachable;
}
