using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.KnownIssues.CapiMagnumOperations;
using Acceptance.Decisions.Traps;
using Acceptance.Decisions.Verdicts;
using Acceptance.Surroundings;

namespace Acceptance.Decisions.Tests.Traps;

/// <summary>
/// A rule is held against the scripts of its own entry: the trap breaks it, the rule's script keeps it. So a rule that
/// nothing can break is seen.
/// </summary>
public class TrapTests
{
    /// <summary>
    /// Whose trap is walked into by who keeps another rule (stdin from /dev/null): the rule tells nobody apart there.
    /// </summary>
    private static readonly string[] KeptByItsTrap = [JujuStdin.Id];

    private static IEnumerable<KnownIssue> Traps => OfTheAppendix(KnownIssueKind.Trap);

    private static IEnumerable<KnownIssue> Rules => Traps.Where(issue => issue.Trap?.Rule is not null);

    [TestCaseSource(nameof(Traps))]
    public void A_trap_says_how_it_is_shown_and_avoided(KnownIssue issue)
    {
        issue.Trap.Should().NotBeNull();
        (issue.Trap!.Bites.Words.Count + issue.Trap.Bites.Lacks.Count).Should().BePositive("it must show something");
        issue.Trap.Avoided.Words.Should().NotBeEmpty();
        Script(issue, "trap").Should().NotBe(Script(issue, "rule"));
    }

    [Test]
    public void A_look_alike_says_what_normal_looks_like()
    {
        foreach (var issue in OfTheAppendix(KnownIssueKind.LookAlike))
        {
            issue.LooksLike!.Words.Should().NotBeEmpty("{0} looks like something", issue.Id);
            Script(issue, "look").Should().NotBeEmpty();
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void The_literal_trap_breaks_the_rule(KnownIssue issue)
    {
        var said = issue.Trap!.Rule!.Judge(Calls(issue, "trap"), issue.Id);
        if (KeptByItsTrap.Contains(issue.Id))
            said.Should().BeOfType<Verdict.Kept>();
        else
            said.Should().BeOfType<Verdict.Broken>().Which.RoutesTo.Should().Be(issue.Id);
    }

    [TestCaseSource(nameof(Rules))]
    public void What_avoids_it_breaks_no_rule(KnownIssue issue)
    {
        if (KeptByItsTrap.Contains(issue.Id))
            return;
        issue.Trap!.Rule!.Judge(Calls(issue, "rule"), issue.Id).Should().NotBeOfType<Verdict.Broken>();
    }

    [TestCaseSource(nameof(Rules))]
    public void Nothing_that_this_suite_can_start_breaks_it(KnownIssue issue) =>
        issue.Trap!.Rule!.Judge(CalledProgram.Ours, issue.Id).Should().BeOfType<Verdict.Kept>();

    [Test]
    public void Where_nothing_of_the_kind_was_called_nothing_is_proven() =>
        new DriverRule(["maas"], $"none shows a key", _ => true).Judge([], "x").Should().BeOfType<Verdict.Unknown>();

    private static IEnumerable<KnownIssue> OfTheAppendix(KnownIssueKind kind) =>
        KnownIssueIndex.All.Where(issue =>
            issue.Kind == kind && issue.Heading.StartsWith("appendix-A", StringComparison.Ordinal)
        );

    private static IEnumerable<CalledProgram> Calls(KnownIssue issue, string script) =>
        CalledProgram.Among(["bash", "-c", Script(issue, script)]);

    private static string Script(KnownIssue issue, string script) =>
        File.ReadAllText(WorkTree.PathOf("features", "lines", $"{issue.Id}.{script}.sh"));
}
