using System.Text.RegularExpressions;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;

namespace Acceptance.Decisions.Tests.KnownIssues;

public class KnownIssueIndexTests
{
    private static IEnumerable<KnownIssue> All => KnownIssueIndex.All;

    private static IEnumerable<Type> Classes =>
        typeof(KnownIssue)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace?.StartsWith(typeof(KnownIssue).Namespace + ".", StringComparison.Ordinal) == true
                && type is { IsPublic: true, IsAbstract: true, IsSealed: true }
            );

    [TestCaseSource(nameof(All))]
    public void An_entry_is_whole(KnownIssue issue)
    {
        issue
            .Heading.Should()
            .MatchRegex(
                "appendix-A|ops-restart-procedure|ops-capi-recovery|phase-0|operator-later",
                "a heading names its runbook"
            );
        issue.Phases.Should().NotBeEmpty();
        issue.Title.Should().NotBeNullOrWhiteSpace();
        issue.Symptom.Should().NotBeNullOrWhiteSpace();
        issue.Cause.Should().NotBeNullOrWhiteSpace();
        issue.Proof.Should().NotBeNullOrWhiteSpace();
        issue.FastConfirm.Parts.Should().Contain(part => part.IsCommand, "a cause is proven by a read");
        issue.Fix.Should().NotBeEmpty().And.OnlyContain(step => step.Text.Parts.Count > 0);
        Ladder.Rungs.Should().Contain(rung => rung.Name == issue.Rung);
    }

    /// <summary>What no later command makes undone (DESIGN 2).</summary>
    private static readonly string[][] Destroying =
    [
        ["juju", "destroy-model"],
        ["juju", "destroy-controller"],
        ["juju", "kill-controller"],
        ["juju", "reboot-cluster-from-complete-outage"],
        ["maas", "release"],
        ["maas", "delete"],
        ["virsh", "destroy"],
        ["virsh", "undefine"],
        ["kubectl", "finalizers"],
    ];

    [TestCaseSource(nameof(All))]
    public void A_step_claims_the_permit_that_its_command_needs(KnownIssue issue)
    {
        foreach (var step in Fix.Render(issue, "a/0", null))
        {
            foreach (
                var command in step.Pieces.Where(piece =>
                    piece.IsCommand
                    && Destroying.Any(words => words.All(word => piece.Text.Contains(word, StringComparison.Ordinal)))
                )
            )
                step.Needs.Should().Be(Permit.Destroy, "\"{0}\" of {1} cannot be undone", command.Text, issue.Id);
        }
    }

    [Test]
    public void No_two_entries_share_a_name() =>
        All.SelectMany(issue => issue.Aliases.Prepend(issue.Id))
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(name => name.Count() > 1)
            .Select(name => name.Key)
            .Should()
            .BeEmpty("an id or an alias leads to one entry");

    [Test]
    public void No_two_entries_share_a_title() => All.Select(issue => issue.Title).Should().OnlyHaveUniqueItems();

    /// <summary>
    /// A fault is in two rosters only where one entry follows from the other: the run then names the one below.
    /// </summary>
    [Test]
    public void A_fault_makes_one_entry_and_what_follows_from_it()
    {
        foreach (
            var fault in All.SelectMany(issue => issue.Faults.Select(fault => (fault, issue)))
                .GroupBy(one => one.fault, one => one.issue)
        )
        {
            var named = KnownIssueIndex.OfFault(fault.Key)!;
            fault
                .Where(issue => issue != named)
                .Select(issue => issue.Id)
                .Should()
                .BeSubsetOf(named.Explains, "{0} is in both rosters", fault.Key);
        }
    }

    [TestCaseSource(nameof(All))]
    public void What_an_entry_explains_is_an_entry_and_explains_it_not_in_turn(KnownIssue issue)
    {
        foreach (var id in issue.Explains)
        {
            var other = KnownIssueIndex.Find(id)!;
            other.Should().NotBeNull("{0} explains {1}", issue.Id, id);
            other.Explains.Should().NotContain(issue.Id);
        }
    }

    [TestCaseSource(nameof(Classes))]
    public void A_class_has_the_name_of_its_tag_and_a_line_in_the_index(Type type)
    {
        var entry = (KnownIssue)type.GetProperty("Entry")!.GetValue(null)!;
        type.Name.ToUpperInvariant().Should().Be(Regex.Replace(entry.Id, "[-.]", "").ToUpperInvariant());
        KnownIssueIndex.All.Should().Contain(entry);
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
    public void An_alias_leads_to_its_entry(string alias, string id) => KnownIssueIndex.Find(alias)!.Id.Should().Be(id);

    [Test]
    public void Every_entry_is_found_by_its_own_id() =>
        All.Should().OnlyContain(issue => ReferenceEquals(KnownIssueIndex.Find(issue.Id), issue));

    [Test]
    public void What_is_no_entry_is_none()
    {
        KnownIssueIndex.Find(null).Should().BeNull();
        KnownIssueIndex.Find("D-999").Should().BeNull();
        KnownIssueIndex.OfFault("nova-slow").Should().BeNull();
    }
}
