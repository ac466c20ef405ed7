namespace Acceptance.Cli.Tests;

public sealed class UsageSpecs
{
    [TestCase(
        "",
        "acceptance: found no command; allowed: assert, explain, list, diagnose, site, twin.\nSee: acceptance --help\n"
    )]
    [TestCase(
        "twn",
        "acceptance: found 'twn'; allowed: twin (near it), assert, explain, list, diagnose, site.\n"
            + "See: acceptance --help\n"
    )]
    [TestCase(
        "twin faul",
        "acceptance twin: found 'faul'; allowed: fault (near it), run, serve, shell, heal, clock, state, "
            + "log.\nSee: acceptance twin --help\n"
    )]
    [TestCase(
        "twin serve --latency slow",
        "acceptance twin serve: --latency: found 'slow'; allowed: a whole number from 0 to 60000.\n"
            + "See: acceptance twin serve --help\n"
    )]
    [TestCase(
        "twin clock 20m",
        "acceptance twin clock: SPAN: found '20m'; allowed: + and a span such as \"10m\", \"90s\", "
            + "\"1h30m\" or \"00:10:00\", for time only goes on.\nSee: acceptance twin clock --help\n"
    )]
    [TestCase(
        "twin state --control 127.0.0.1",
        "acceptance twin state: --control: found '127.0.0.1'; allowed: "
            + "a twin's control address such as $ACCEPTANCE_CONTROL.\nSee: acceptance twin state --help\n"
    )]
    [TestCase(
        "assert --only A4,A13",
        "acceptance assert: --only: found 'A13'; allowed: A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, or "
            + "several of them parted by commas.\nSee: acceptance assert --help\n"
    )]
    [TestCase(
        "assert --format xml",
        "acceptance assert: --format: found 'xml'; allowed: text, json, junit.\nSee: acceptance assert --help\n"
    )]
    [TestCase(
        "assert --watch --format json",
        "acceptance assert: --format: found 'json' beside --watch, which shows lines; allowed with it: text.\n"
            + "See: acceptance assert --help\n"
    )]
    [TestCase(
        "assert --only A4 --capture here",
        "acceptance assert: --capture: found beside --only; allowed: one sweep of all items, because a capture is a "
            + "baseline of the whole cloud.\nSee: acceptance assert --help\n"
    )]
    [TestCase(
        "list entris",
        "acceptance list: found 'entris'; allowed: entries (near it), checks, faults, rungs, tags.\n"
            + "See: acceptance list --help\n"
    )]
    [TestCase(
        "list rungs --format yaml",
        "acceptance list rungs: --format: found 'yaml'; allowed: text, json.\nSee: acceptance list rungs --help\n"
    )]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_allowed(string typed, string says)
    {
        var ran = await Ran.Of(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        ran.Should().Be(new Ran(ExitCode.Usage, "", says.ReplaceLineEndings()));
    }

    [TestCase("--help", "Usage:")]
    [TestCase("twin serve --help", "--env-file <F>")]
    [TestCase("site check --help", "<PATH>")]
    public async Task Help_is_an_answer(string typed, string says)
    {
        var ran = await Ran.Of(typed.Split(' '));
        ran.Exit.Should().Be(ExitCode.Kept);
        ran.Output.Should().Contain(says);
    }
}
