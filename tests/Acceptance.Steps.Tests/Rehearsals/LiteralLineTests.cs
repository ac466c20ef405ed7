using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Rehearsals;

namespace Acceptance.Steps.Tests.Rehearsals;

[TestFixture]
public sealed class LiteralLineTests
{
    [TestCase("bash: line 1: curl: command not found\n", "curl")]
    [TestCase("sh: 1: kubectl: not found\n", "kubectl")]
    public void A_line_whose_program_is_not_installed_says_nothing_of_the_cloud(string said, string program) =>
        LiteralLine
            .Addresses.JudgeFooled(new ShellAnswer(127, "", said))
            .Should()
            .BeOfType<Verdict.NotAsked>()
            .Which.WhoDecided.ToString()
            .Should()
            .Be($"the line D-011.2 needs {program}, which is not on this machine: install it");

    [Test]
    public void A_pipeline_whose_first_program_is_not_installed_says_nothing_of_the_cloud_either() =>
        LiteralLine
            .Addresses.JudgeFooled(
                new ShellAnswer(1, "", "/twins/1/capi-5a.sh: line 3: openstack: command not found\n")
            )
            .Should()
            .BeOfType<Verdict.NotAsked>();

    [Test]
    public void A_unit_that_lacks_a_program_is_the_clouds_own_word() =>
        LiteralLine
            .Addresses.JudgeFooled(new ShellAnswer(1, "", "bash: line 1: openstack: command not found\n"))
            .Should()
            .BeOfType<Verdict.Broken>();

    [Test]
    public void A_line_that_saw_the_fault_was_not_fooled() =>
        LiteralLine.Addresses.JudgeFooled(new ShellAnswer(60, "", "curl: (60)")).Should().BeOfType<Verdict.Broken>();

    [Test]
    public void A_line_that_reads_green_was_fooled() =>
        LiteralLine.Addresses.JudgeFooled(new ShellAnswer(0, "300\n", "")).Passes.Should().BeTrue();
}
