using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin;
using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// A cloud whose tenants call their things what hurts: a whole run under observe, the bar under every permit, and one
/// with something to find. Nothing of it is obeyed, nothing that looks like a secret is shown, and the verdicts are
/// those of a cloud with quiet tenants.
/// </summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.All)]
public sealed partial class HostileWorldTests
{
    private const int AllSeeds = 50;
    private const string Observes = "Category=Acceptance&Category=observes";

    private static IReadOnlyList<int> Seeds => Breadth.Sample([.. Enumerable.Range(1, AllSeeds)], 1);

    [TestCaseSource(nameof(Seeds))]
    public async Task Under_observe_nothing_is_obeyed_or_shown(int seed, CancellationToken cancel)
    {
        using var run = await CalmRun(seed, false, Observes, cancel, ("ACCEPTANCE_PERMIT", "observe"));
        run.Exit.Should().Be(0, run.Quoted);
    }

    [TestCaseSource(nameof(Seeds))]
    public async Task The_bar_is_what_it_is_with_quiet_tenants(int seed, CancellationToken cancel)
    {
        using var run = await CalmRun(seed, false, "Category=Acceptance", cancel);
        run.Exit.Should().Be(0, run.Quoted);
        run.Page.Should().Contain("ACCEPTED");
    }

    [TestCaseSource(nameof(Seeds))]
    public async Task What_is_found_is_told_in_words_that_nobody_obeys(int seed, CancellationToken cancel)
    {
        using var run = await CalmRun(seed, true, Observes, cancel);
        run.Exit.Should().Be(1, run.Quoted);
        run.Page.Should().Contain("The lowest red rung is octavia").And.Contain("red");
        foreach (var command in Commands(run))
        {
            using var bash = new Program(Path.GetTempPath(), ["bash", "-n", "-c", command]);
            (await bash.Ended(cancel)).Should().Be(0, command);
        }
    }

    /// <summary>A run on a cloud of hostile tenants, of which nothing was obeyed and nothing secret is shown.</summary>
    private static async Task<SuiteRun> CalmRun(
        int seed,
        bool broken,
        string filter,
        CancellationToken cancel,
        params (string Name, string? Value)[] settings
    )
    {
        using var tenant = new HostileTenant(seed);
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", Seed = seed });
        tenant.MoveInto(twin, broken);
        var run = await SuiteRun.Of(Clone.This, filter, cancel, [("ACCEPTANCE_SITE", twin.SiteFile), .. settings]);
        try
        {
            await IsCalm(run, tenant, cancel);
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    private static async Task IsCalm(SuiteRun run, HostileTenant tenant, CancellationToken cancel)
    {
        HostileWordsTests.Calm("the console", run.Output, tenant.Secrets);
        run.Output.Split('\n').Should().OnlyContain(line => !line.TrimStart().StartsWith("::"));
        foreach (var (name, text) in run.Left())
            HostileWordsTests.Calm(name, text, tenant.Secrets);
        tenant.Obeyed.Should().BeFalse("no shell reads what a tenant calls his things");
        await IsNotObeyedByABrowser(run, cancel);
        tenant.Obeyed.Should().BeFalse();
    }

    /// <summary>A page that ran a script of a tenant's would have another title.</summary>
    private static async Task IsNotObeyedByABrowser(SuiteRun run, CancellationToken cancel)
    {
        if (!File.Exists("/usr/bin/chromium"))
            Assert.Ignore("the reports are opened in chromium, which is not on this machine: install it");
        foreach (var page in run.Pages())
        {
            var profile = Directory.CreateTempSubdirectory("chromium-");
            using var browser = new Program(
                profile.FullName,
                [
                    "/usr/bin/chromium",
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    $"--user-data-dir={profile.FullName}",
                    "--dump-dom",
                    new Uri(page).AbsoluteUri,
                ]
            );
            (await browser.Ended(cancel)).Should().Be(0, browser.Output);
            Title().Match(browser.Output).Value.Should().NotBeEmpty().And.NotContain("obeyed", page);
            profile.Delete(recursive: true);
        }
    }

    /// <summary>What the lowest red rung says to type.</summary>
    private static IEnumerable<string> Commands(SuiteRun run)
    {
        var red = run.Summary["lowestRed"]!;
        var fix = red["fix"]!.AsArray().Select(step => (string)step!["step"]!);
        var commands = fix.SelectMany(step => Quoted().Matches(step).Select(match => match.Groups[1].Value)).ToArray();
        commands.Should().NotBeEmpty();
        return [(string)red["byHand"]!, .. commands];
    }

    [GeneratedRegex("<title>[^<]*</title>", RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    [GeneratedRegex("`([^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
