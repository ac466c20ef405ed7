using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests;

/// <summary>The pause of the API while its amphora is replaced, as the report reads it.</summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.All)]
public sealed class BlipTests
{
    private static IEnumerable<TestCaseData> Pauses =>
        Breadth.Sample<TestCaseData>([new("blip-0", 0, true), new("blip-8", 8, true), new("blip-70", 70, false)], 1);

    [Sampled(1, From = nameof(Pauses))]
    public async Task The_pause_is_read_within_a_second_and_held_against_its_budget(
        string fault,
        double seconds,
        bool within,
        CancellationToken cancel
    )
    {
        await using var twin = ServedTwin.Serve("accepted", 12);
        await twin.Break(fault, cancel);
        using var run = await SuiteRun.Of(Clone.This, "Category=D-011.4", cancel, ("ACCEPTANCE_SITE", twin.Site));
        run.Exit.Should().Be(within ? 0 : 1, run.Quoted);
        var sentence = (string)
            run.Summary["scenarios"]!
                .AsArray()
                .Single(one => ((string)one!["title"]!).Contains("survives the replacement"))!["sentence"]!;
        var read = System.Text.RegularExpressions.Regex.Match(
            sentence,
            @"(blip was|did not answer for) (?<seconds>[\d.]+) s"
        );
        read.Success.Should().BeTrue(sentence);
        double.Parse(read.Groups["seconds"].Value, System.Globalization.CultureInfo.InvariantCulture)
            .Should()
            .BeApproximately(seconds, 1, sentence);
    }

    [Sampled(1)]
    public async Task A_Service_that_one_pod_answers_alone_is_red(CancellationToken cancel)
    {
        await using var twin = ServedTwin.Serve("accepted", 12);
        await twin.Break("round-robin-one-pod", cancel);
        using var run = await SuiteRun.Of(Clone.This, "Category=D-011.4", cancel, ("ACCEPTANCE_SITE", twin.Site));
        run.Exit.Should().Be(1, run.Quoted);
        run.Scenarios("broken")
            .Select(one => (string)one["title"]!)
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("A throwaway Service spreads");
    }
}
