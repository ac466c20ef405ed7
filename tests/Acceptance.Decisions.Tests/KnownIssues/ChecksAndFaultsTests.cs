using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Decisions.Tests.KnownIssues;

/// <summary>
/// Checks against faults, from the two catalogues alone: a fault makes a known issue, a known issue is seen by
/// checks. It is declared once, in the known issue's file; nothing here is looked up by reflection.
/// </summary>
public class ChecksAndFaultsTests
{
    /// <summary>
    /// Checks of a rung that no known issue is first seen by: their own words tell what is red, or what they come
    /// after does.
    /// </summary>
    private static readonly Check[] WithoutAnIssue =
    [
        ManagementServerRuns.Login,
        ManagementIsReady.Nodes,
        SiteIsRead.Check,
        JumphostRuns.Check,
        ModelIsTheExpectedOne.Check,
        EveryVipAnswers.Check,
        MagnumLists.Check,
        ClusterIsComplete.Check,
    ];

    private static IEnumerable<(string Fault, KnownIssue Issue)> Faults =>
        KnownIssueIndex
            .All.SelectMany(issue => issue.Faults)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(fault => (fault, KnownIssueIndex.OfFault(fault)!));

    [Test]
    public void The_matrix_of_checks_and_faults_is_printed()
    {
        Check[] seeing = [.. CheckCatalogue.All.Where(check => Faults.Any(one => one.Issue.SeenBy.Contains(check)))];
        for (var column = 0; column < seeing.Length; column++)
            TestContext.Out.WriteLine($"{column + 1, 2}  {seeing[column].Rung}: {seeing[column].Id}");
        foreach (var (fault, issue) in Faults)
        {
            var cells = string.Concat(seeing.Select(check => issue.SeenBy.Contains(check) ? " x" : " ."));
            TestContext.Out.WriteLine($"{fault, -24} {issue.Id, -22}{cells}");
        }

        seeing.Should().NotBeEmpty();
    }

    [TestCaseSource(nameof(Gates))]
    public void A_check_that_a_rung_stands_on_is_turned_red_by_a_fault(Check check) =>
        Faults.Select(one => one.Issue).Should().Contain(issue => issue.SeenBy.Contains(check));

    [Test]
    public void What_is_said_to_lead_to_no_issue_leads_to_none() =>
        WithoutAnIssue
            .Where(check => KnownIssueIndex.All.Any(issue => issue.SeenBy.Contains(check)))
            .Should()
            .BeEmpty();

    [Test]
    public void A_fault_is_in_the_roster_of_entries_that_explain_each_other()
    {
        var several = KnownIssueIndex
            .All.SelectMany(issue => issue.Faults, (issue, fault) => (issue, fault))
            .GroupBy(one => one.fault, one => one.issue, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1);
        foreach (var group in several)
        {
            var root = KnownIssueIndex.OfFault(group.Key)!;
            group
                .Where(issue => issue != root && !root.Explains.Contains(issue.Id))
                .Select(issue => issue.Id)
                .Should()
                .BeEmpty("{0} makes {1}, and what else it makes must follow from that", group.Key, root.Id);
        }
    }

    private static IEnumerable<Check> Gates =>
        CheckCatalogue.All.Where(check => check.Gates && !WithoutAnIssue.Contains(check));
}
