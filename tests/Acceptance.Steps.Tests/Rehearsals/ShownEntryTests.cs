using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Rehearsals;

namespace Acceptance.Steps.Tests.Rehearsals;

[TestFixture]
public sealed class ShownEntryTests
{
    private static readonly ShownEntry Shown = new(
        KnownIssueIndex.Find("DOCFIX-021")!,
        "x.trap.sh",
        new()
        {
            Exit = 0,
            Words = ["first"],
            Lacks = ["second"],
        }
    );

    [TestCase(0, "first\n", "")]
    [TestCase(0, "", "first\n")]
    public void What_the_entry_says_is_shown_on_either_stream(int exit, string stdout, string stderr) =>
        Shown.Judge(new ShellAnswer(exit, stdout, stderr)).Passes.Should().BeTrue();

    [TestCase(0, "", "it does not print 'first'")]
    [TestCase(0, "first\nsecond\n", "it prints 'second'")]
    [TestCase(2, "first\n", "it ends with exit 2, not 0")]
    public void What_is_shown_otherwise_is_told_with_what_was_printed(int exit, string printed, string amiss) =>
        Shown
            .Judge(new ShellAnswer(exit, printed, "beside"))
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.Sentence.ToString()
            .Should()
            .Contain(amiss)
            .And.Contain("beside");

    [Test]
    public void Without_a_program_of_it_nothing_is_shown() =>
        Shown
            .Judge(new ShellAnswer(127, "first\n", "x.sh: line 1: type: jq: not found\n"))
            .Should()
            .BeOfType<Verdict.NotAsked>();

    [TestCase("D-045")]
    [TestCase("D-999")]
    public void What_is_no_trap_is_refused(string id) =>
        FluentActions.Invoking(() => ShownEntry.Sprung(id)).Should().Throw<ArgumentException>().WithMessage($"*{id}*");

    [Test]
    public void One_check_that_alarms_or_does_not_know_ends_the_calm()
    {
        Check check = CheckCatalogue.All[0];
        var kept = (check, Verdict.Keep($"well"));
        ShownEntry.JudgeCalm([kept, (check, new Verdict.NotAsked($"no site"))]).Passes.Should().BeTrue();
        ShownEntry.JudgeCalm([kept, (check, Verdict.Break($"ill", "x", null))]).Should().BeOfType<Verdict.Broken>();
        ShownEntry.JudgeCalm([kept, (check, Verdict.NotKnown($"dark"))]).Should().BeOfType<Verdict.Unknown>();
        ShownEntry.JudgeCalm([]).Passes.Should().BeFalse();
    }
}
