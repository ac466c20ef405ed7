using System.Text.Json.Nodes;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;

namespace Acceptance.Cli.Tests;

/// <summary>`acceptance list`: everything of a kind, bottom up, a line each or as JSON.</summary>
public sealed class ListSpecs
{
    [TestCase("checks")]
    [TestCase("entries")]
    [TestCase("faults")]
    [TestCase("rungs")]
    [TestCase("tags")]
    public async Task A_list_is_sorted_bottom_up_and_a_line_each(string what)
    {
        var rows = await Rows(what);
        var ran = await Ran.Of(["list", what]);

        ran.Exit.Should().Be(ExitCode.Kept, ran.Error);
        var lines = ran.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines.Select(line => line.Split(' ')[0]).Should().Equal(rows.Select(row => row["id"]!.GetValue<string>()));
        rows.Select(row => row["rung"]?.GetValue<string>())
            .Select(rung => rung is null ? int.MaxValue : Ladder.Height(rung))
            .Should()
            .BeInAscendingOrder();
        rows.Should().OnlyContain(row => row["says"]!.GetValue<string>() != "");
        rows.Select(row => row["id"]!.GetValue<string>()).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task A_list_is_whole()
    {
        (await Ids("checks")).Should().BeEquivalentTo(CheckCatalogue.All.Select(check => check.Id));
        (await Ids("entries")).Should().BeEquivalentTo(KnownIssueIndex.All.Select(issue => issue.Id));
        (await Ids("rungs")).Should().Equal(Ladder.Rungs.Select(rung => rung.Name));
        (await Ids("faults")).Should().Contain(KnownIssueIndex.All.SelectMany(issue => issue.Faults));
        (await Ids("tags"))
            .Should()
            .Contain(["layer:vault", "D-045", "DOCFIX-031", "D-011.1", "phase-08.0", "rehearsal"]);
    }

    [Test]
    public async Task A_fault_has_the_entry_that_it_makes()
    {
        var row = (await Rows("faults")).Single(one => one["id"]!.GetValue<string>() == "vault-sealed");
        row["entry"]!.GetValue<string>().Should().Be("restart-3");
        row["rung"]!.GetValue<string>().Should().Be("vault");
    }

    private static async Task<IEnumerable<string>> Ids(string what) =>
        (await Rows(what)).Select(row => row["id"]!.GetValue<string>());

    private static async Task<JsonNode[]> Rows(string what)
    {
        var ran = await Ran.Of(["list", what, "--format", "json"]);
        ran.Exit.Should().Be(ExitCode.Kept, ran.Error);
        return [.. JsonNode.Parse(ran.Output)!.AsArray().Select(row => row!)];
    }
}
