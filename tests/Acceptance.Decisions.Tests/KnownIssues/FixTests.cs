using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.KnownIssues.CoreServices;
using Acceptance.Decisions.KnownIssues.HyperconvergedHost;

namespace Acceptance.Decisions.Tests.KnownIssues;

/// <summary>Texts are filled whole; what nothing fills is said; what fills a command stays one word of it.</summary>
public class FixTests
{
    private static readonly Site Site = new()
    {
        Name = "x",
        Credentials = new(),
        Juju = new() { Controller = "c", Model = "cloud" },
        Compute = new() { ReservedHostMemoryMb = 4096 },
    };

    [Test]
    public void It_is_filled_from_the_finding_and_the_site() =>
        Fix.Render(D040.Entry, "compute-amd/2", Site)[0]
            .ToString()
            .Should()
            .Be(
                "`juju config -m cloud compute-amd reserved-host-memory=4096`, "
                    + "then read /etc/nova/nova.conf on compute-amd/2 again"
            );

    [Test]
    public void What_nothing_fills_is_a_variable_and_a_sentence_says_why_once() =>
        Fix.Render(D040.Entry, null, Site with { Compute = null })[0]
            .ToString()
            .Should()
            .Be(
                "`juju config -m cloud \"$application\" reserved-host-memory=\"$reserved_mb\"`, "
                    + "then read $nova_conf on $victim again ($application is not known: no finding names it; "
                    + "$reserved_mb is not known: the site does not say it ($.compute.reservedHostMemoryMb); "
                    + "$nova_conf is not known: the site does not say it ($.compute.novaConf); "
                    + "$victim is not known: no finding names it)"
            );

    [Test]
    public void What_is_missing_is_said_where_it_is_first_missed()
    {
        var steps = Fix.Render(D045.Entry, "", Site);
        steps[0].ToString().Should().EndWith("($unit is not known: no finding names it)");
        steps[1].ToString().Should().Contain("\"$unit\"").And.NotContain("not known");
    }

    [TestCase("keystone/1", "juju ssh keystone/1 'sudo systemctl reload haproxy'")]
    [TestCase("a b", "juju ssh 'a b' 'sudo systemctl reload haproxy'")]
    [TestCase("x'; reboot #", "juju ssh 'x'\\''; reboot #' 'sudo systemctl reload haproxy'")]
    [TestCase("$(reboot)", "juju ssh '$(reboot)' 'sudo systemctl reload haproxy'")]
    [TestCase("a`b", "juju ssh 'a`b' 'sudo systemctl reload haproxy'")]
    public void A_victim_is_one_word_of_its_command_whatever_it_is_called(string victim, string command) =>
        Fix.Render(D045.Entry, victim, Site)[1].Pieces.First(piece => piece.IsCommand).Text.Should().Be(command);

    [Test]
    public void What_must_not_be_done_follows_the_steps_and_needs_no_permit()
    {
        var issue = KnownIssueIndex.Find("amphora-headroom")!;
        var steps = Fix.Render(issue, null, Site);
        steps.Should().HaveCount(issue.Fix.Count + issue.DoNots.Count);
        steps[^1].Needs.Should().Be(Permit.Observe);
        steps[^1].ToString().Should().Be(issue.DoNots[^1]);
    }
}
