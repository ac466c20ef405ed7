using System.Text.RegularExpressions;
using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// A cloud that says what hurts wherever it says anything: a whole run under observe, the bar under every permit, one
/// with something to find, and one on which a rung itself answers so. Nothing of it is obeyed, nothing that looks like
/// a secret is shown, no page fetches anything, and the verdicts are those of a cloud with quiet tenants.
/// </summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.All)]
public sealed partial class HostileWorldTests
{
    private const int AllSeeds = 50;
    private const string Observes = "Category=Acceptance&Category=observes";

    /// <summary>Troubles that a rung of the ladder cannot but meet.</summary>
    private static readonly string[] Gating =
    [
        "juju Twisted",
        "juju Refusing",
        "keystone Refusing",
        "keystone Redirecting",
        "nova Refusing",
        "nova Overlong",
        "octavia Twisted",
        "octavia Refusing",
        "octavia Redirecting",
        "placement Refusing",
        "mgmt-api Refusing",
        "mgmt-api Redirecting",
        "magnum Refusing",
        "magnum Redirecting",
    ];

    private static IReadOnlyList<int> Seeds => Breadth.Sample([.. Enumerable.Range(1, AllSeeds)], 1);

    /// <summary>
    /// Under observe a cloud is whole, has something to find, or answers so on a rung: of these three runs a sample
    /// takes one.
    /// </summary>
    private static IEnumerable<TestCaseData> Observed =>
        Breadth.Sample(
            [
                .. Enumerable
                    .Range(1, AllSeeds)
                    .SelectMany(seed =>
                        new (string Name, Func<int, CancellationToken, Task> Run)[]
                        {
                            ("whole", Whole),
                            ("found", WithSomethingToFind),
                            ("rung", WithARungThatAnswersSo),
                        }.Select(one => new TestCaseData(one.Run, seed).SetArgDisplayNames(one.Name, $"{seed}"))
                    ),
            ],
            1
        );

    [Sampled(1, From = nameof(Observed))]
    public Task Under_observe_nothing_is_obeyed_or_shown(
        Func<int, CancellationToken, Task> run,
        int seed,
        CancellationToken cancel
    ) => run(seed, cancel);

    private static async Task Whole(int seed, CancellationToken cancel)
    {
        using var run = await CalmRun(seed, false, Observes, cancel, null, ("ACCEPTANCE_PERMIT", "observe"));
        run.Exit.Should().Be(0, run.Quoted);
    }

    [Sampled(1, From = nameof(Seeds))]
    public async Task The_bar_is_what_it_is_with_quiet_tenants(int seed, CancellationToken cancel)
    {
        using var run = await CalmRun(seed, false, "Category=Acceptance", cancel);
        run.Exit.Should().Be(0, run.Quoted);
        run.Page.Should().Contain("ACCEPTED");
    }

    private static async Task WithSomethingToFind(int seed, CancellationToken cancel)
    {
        using var run = await CalmRun(seed, true, Observes, cancel);
        run.Exit.Should().Be(1, run.Quoted);
        run.Page.Should().Contain("The lowest red rung is octavia").And.Contain("red");
        using var pasted = new PastedCommands();
        await pasted.TypeAlone(Commands(run), cancel);
        pasted.Left.Should().BeEmpty();
    }

    private static async Task WithARungThatAnswersSo(int seed, CancellationToken cancel)
    {
        using var run = await CalmRun(
            seed,
            false,
            Observes,
            cancel,
            hostile => hostile.Troubles.Where(one => Gating.Contains(one.Name)).ElementAt(seed % Gating.Length).Begin()
        );
        run.Exit.Should().Be(1, run.Quoted);
        run.Summary["lowestRed"].Should().NotBeNull(run.Page);
    }

    /// <summary>A run on a hostile cloud, of which nothing was obeyed and nothing secret is shown.</summary>
    private static async Task<SuiteRun> CalmRun(
        int seed,
        bool broken,
        string filter,
        CancellationToken cancel,
        Action<HostileCloud>? beforehand = null,
        params (string Name, string? Value)[] settings
    )
    {
        await using var hostile = HostileCloud.Of(seed, broken);
        beforehand?.Invoke(hostile);
        var run = await SuiteRun.Of(Clone.This, filter, cancel, [("ACCEPTANCE_SITE", hostile.SiteFile), .. settings]);
        try
        {
            await IsCalm(run, hostile.Canaries, cancel);
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    private static async Task IsCalm(SuiteRun run, Canaries canaries, CancellationToken cancel)
    {
        HostileWordsTests.Calm("the console", run.Output, canaries.Secrets);
        run.Output.Split('\n').Should().OnlyContain(line => !line.TrimStart().StartsWith("::"));
        foreach (var (name, text) in run.Left())
            HostileWordsTests.Calm(name, text, canaries.Secrets);
        canaries.Obeyed.Should().BeFalse("no shell reads what a cloud says");
        foreach (var page in run.Pages())
        {
            var (title, fetched) = await Browser.Open(page, cancel);
            title.Should().NotBeEmpty().And.NotContain("obeyed", page);
            fetched.Should().BeEmpty("{0} asks for nothing", page);
        }

        canaries.Obeyed.Should().BeFalse();
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

    [GeneratedRegex("`([^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
