using System.Text.Json;
using Acceptance.Reporting.Summaries;
using static VerifyNUnit.Verifier;

namespace Acceptance.Reporting.Tests;

public sealed class SummaryTests
{
    [Test]
    public Task Page_of_a_green_run() => Verify(SummaryMarkdown.Of(Samples.Green()), "md").UseDirectory("Approved");

    [Test]
    public Task Page_of_a_sealed_vault() =>
        Verify(SummaryMarkdown.Of(Samples.VaultSealed()), "md").UseDirectory("Approved");

    [Test]
    public Task Page_of_a_found_cluster_with_waivers() =>
        Verify(SummaryMarkdown.Of(Samples.Waived()), "md").UseDirectory("Approved");

    [Test]
    public Task Page_of_what_could_not_be_read() =>
        Verify(SummaryMarkdown.Of(Samples.LoginExpired()), "md").UseDirectory("Approved");

    [Test]
    public Task Page_under_observe() => Verify(SummaryMarkdown.Of(Samples.Observed()), "md").UseDirectory("Approved");

    [Test]
    public void Markup_from_outside_is_text_in_the_page()
    {
        var page = SummaryMarkdown.Of(HostileSample.Run("<script>alert(1)</script>|*x*"));
        // In code spans the renderer escapes; everywhere else we do.
        System
            .Text.RegularExpressions.Regex.Replace(page, "(`+).*?\\1", "")
            .Should()
            .NotContain("<script>")
            .And.NotContain("|*x*");
    }

    [Test]
    public void The_json_reads_back_with_what_a_pipeline_asks()
    {
        using var json = JsonDocument.Parse(SummaryJson.Of(Samples.VaultSealed()));
        var root = json.RootElement;
        root.GetProperty("format").GetString().Should().Be("acceptance-summary");
        root.GetProperty("level").GetString().Should().Be("not accepted");
        root.GetProperty("permit").GetString().Should().Be("mutate");
        root.GetProperty("cloudSeconds").GetDouble().Should().Be(120);
        root.GetProperty("lowestRed").GetProperty("rung").GetString().Should().Be("vault");
        root.GetProperty("lowestRed").GetProperty("victim").GetString().Should().Be("vault/1");
        root.GetProperty("lowestRed").GetProperty("entry").GetString().Should().Be("restart-3");
        root.GetProperty("lowestRed")
            .GetProperty("fix")[0]
            .GetProperty("step")
            .GetString()
            .Should()
            .Contain("juju ssh vault/1");
        root.GetProperty("bar")
            .EnumerateArray()
            .Select(row => row.GetProperty("item").GetString())
            .Should()
            .HaveCount(15)
            .And.StartWith("D-011.1")
            .And.EndWith("phase-08.exit");
        root.GetProperty("rungs")
            .EnumerateArray()
            .Count(rung => rung.GetProperty("verdict").GetString() == "held back")
            .Should()
            .Be(11);
    }

    [Test]
    public void The_counts_add_up_to_the_scenarios()
    {
        foreach (
            var run in new[]
            {
                Samples.Green(),
                Samples.VaultSealed(),
                Samples.Waived(),
                Samples.Observed(),
                Samples.LoginExpired(),
            }
        )
        {
            using var json = JsonDocument.Parse(SummaryJson.Of(run));
            var counts = json.RootElement.GetProperty("counts");
            new[] { "passed", "failed", "heldBack", "waived", "notAsked", "notPermitted" }
                .Sum(key => counts.GetProperty(key).GetInt32())
                .Should()
                .Be(counts.GetProperty("scenarios").GetInt32())
                .And.Be(run.Scenarios.Count);
        }
    }

    [Test]
    public void A_green_run_has_no_lowest_red_and_says_both_times()
    {
        using var json = JsonDocument.Parse(SummaryJson.Of(Samples.Green()));
        json.RootElement.GetProperty("lowestRed").ValueKind.Should().Be(JsonValueKind.Null);
        json.RootElement.GetProperty("level").GetString().Should().Be("formally closed");
        json.RootElement.GetProperty("wallSeconds").GetDouble().Should().Be(8.4);
    }

    [Test]
    public void The_keys_are_those_that_the_page_of_the_format_lists() =>
        JsonDocument
            .Parse(SummaryJson.Of(Samples.Green()))
            .RootElement.EnumerateObject()
            .Select(key => key.Name)
            .Should()
            .Equal(
                "format",
                "version",
                "runId",
                "site",
                "siteFile",
                "permit",
                "filter",
                "started",
                "ended",
                "cloudSeconds",
                "wallSeconds",
                "level",
                "tone",
                "headline",
                "sentence",
                "counts",
                "lowestRed",
                "bar",
                "rungs",
                "waivers",
                "found",
                "remarks",
                "mutations",
                "scenarios"
            );
}
