using Acceptance.Cloud.Twin;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Cli.Tests;

/// <summary>`acceptance explain`: all that is known of an entry, by any of its names.</summary>
public sealed class ExplainSpecs
{
    private static IEnumerable<string> Ids => KnownIssueIndex.All.Select(issue => issue.Id);

    [TestCaseSource(nameof(Ids))]
    public async Task An_entry_is_told_whole(string id)
    {
        var ran = await Ran.Of(["explain", id]);

        ran.Exit.Should().Be(ExitCode.Kept, ran.Error);
        var issue = KnownIssueIndex.Find(id)!;
        ran.Output.Should().StartWith(id).And.Contain(issue.Title).And.Contain($"symptom: {issue.Symptom}");
        ran.Output.Should().NotContain("REDACTED", "what an operator searches for is no secret");
        foreach (
            var part in new[]
            {
                "\nconfirm: ",
                "\nlooks like it: ",
                "\n  told apart by: ",
                "\n  do not ",
                "\nfix:\n  1. [",
                "\ncured when: ",
                "\nseen by: ",
                "\nsource: ",
            }
        )
            ran.Output.ReplaceLineEndings("\n").Should().Contain(part);
        foreach (var never in issue.DoNots)
            ran.Output.Should().Contain($"  - {never}");
    }

    [TestCase("d-045", "D-045")]
    [TestCase("docfix-031", "D-045")]
    [TestCase("VAULT-sealed", "restart-3")]
    [TestCase("snapshot-missing", "D-011.7")]
    [TestCase("uninitialized-taint", "uninitialized-taint")]
    public async Task An_alias_or_a_fault_leads_to_its_entry(string typed, string id) =>
        (await Ran.Of(["explain", typed])).Output.Should().StartWith(id);

    [Test]
    public async Task A_name_that_nothing_has_is_2_with_the_nearest_ones()
    {
        var ran = await Ran.Of(["explain", "D-O45"]);

        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Output.Should().BeEmpty();
        ran.Error.TrimEnd()
            .Should()
            .StartWith("acceptance explain: no entry, alias or fault is called 'D-O45'; near it: ")
            .And.Contain("D-045")
            .And.NotContain("\n");
    }

    [Test]
    public async Task Without_a_site_its_names_stay_variables_and_with_one_they_are_filled()
    {
        await using var twin = Twin.Start(new TwinOptions { FirstBlock = 74 });

        (await Ran.Of(["explain", "D-041"])).Output.Should().Contain("\"$management_server\"");
        var ran = await Ran.Of(["explain", "D-041", "--site", twin.SiteFile]);

        ran.Exit.Should().Be(ExitCode.Kept, ran.Error);
        ran.Output.Should().Contain("capi-mgmt").And.NotContain("$management_server");
    }

    [Test]
    public async Task A_site_that_cannot_be_read_is_2() =>
        (await Ran.Of(["explain", "D-041", "--site", "/nowhere/site.json"])).Exit.Should().Be(ExitCode.Usage);
}
