using System.Text.RegularExpressions;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Recovery;

namespace Acceptance.Decisions.Tests.KnownIssues;

public class KnownIssueIndexTests
{
    private static IEnumerable<KnownIssue> All => KnownIssueIndex.All.Values;

    [TestCaseSource(nameof(All))]
    public void An_entry_is_whole(KnownIssue issue)
    {
        issue
            .Source.Should()
            .MatchRegex("appendix-A|ops-restart-procedure|ops-capi-recovery|phase-0", "a source names its runbook");
        issue.Title.Should().NotBeNullOrWhiteSpace();
        issue.Cause.Should().NotBeNullOrWhiteSpace();
        issue.Proof.Should().NotBeNullOrWhiteSpace();
        issue.Fix.Should().NotBeEmpty().And.OnlyContain(step => step.Text.Length > 10);
        Ladder.Rungs.Should().Contain(rung => rung.Name == issue.Layer);
    }

    [TestCaseSource(nameof(All))]
    public void A_fix_fills_in_nothing_but_the_victim(KnownIssue issue) =>
        issue
            .Fix.SelectMany(step => Regex.Matches(step.Text, @"\{[^}]*\}"))
            .Select(match => match.Value)
            .Should()
            .BeSubsetOf(["{victim}", "{unit}"]);

    /// <summary>The permit that a step claims is no less than what the permit table asks for the command in it.</summary>
    [TestCaseSource(nameof(All))]
    public void A_step_claims_the_permit_that_its_command_needs(KnownIssue issue)
    {
        foreach (var step in issue.Fix)
        {
            foreach (var command in Commands(step.Text).Where(command => ShellText.Permit(command) == Permit.Destroy))
                step.Needs.Should().Be(Permit.Destroy, "\"{0}\" of {1} cannot be undone", command, issue.Tag);
        }
    }

    [TestCase("vault-sealed", "restart-3")]
    [TestCase("mysql-degraded", "mysql-outage")]
    [TestCase("lxd-container-down", "restart-1")]
    [TestCase("DOCFIX-031", "D-045")]
    [TestCase("D-031", "D-042")]
    [TestCase("CORRECTION-1", "FINDING-3")]
    [TestCase("FINDING-4", "stuck-delete")]
    [TestCase("CNI-label", "DOCFIX-032")]
    [TestCase("d-045", "D-045")]
    public void An_alias_leads_to_its_entry(string alias, string tag) =>
        KnownIssueIndex.Find(alias)!.Tag.Should().Be(tag);

    [Test]
    public void Every_entry_is_found_by_its_own_tag() =>
        KnownIssueIndex
            .All.Should()
            .OnlyContain(one => ReferenceEquals(KnownIssueIndex.Find(one.Key), one.Value) && one.Key == one.Value.Tag);

    [Test]
    public void What_is_no_entry_is_none()
    {
        KnownIssueIndex.Find(null).Should().BeNull();
        KnownIssueIndex.Find("D-999").Should().BeNull();
    }

    [Test]
    public void No_two_entries_share_a_title() => All.Select(issue => issue.Title).Should().OnlyHaveUniqueItems();

    private static IEnumerable<string> Commands(string text) =>
        text.StartsWith("never ", StringComparison.Ordinal)
            ? []
            : Regex.Matches(text, "`([^`]+)`").Select(match => match.Groups[1].Value);
}
