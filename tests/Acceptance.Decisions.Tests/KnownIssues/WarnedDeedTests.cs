using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.KnownIssues.CapiMagnumOperations;
using Acceptance.Decisions.KnownIssues.DriverAndClusterHealth;
using Acceptance.Decisions.KnownIssues.FullCloudRestart;
using Acceptance.Decisions.KnownIssues.HyperconvergedHost;
using Acceptance.Decisions.KnownIssues.OctaviaEnablement;
using Acceptance.Decisions.KnownIssues.VaultSecrets;
using Acceptance.Decisions.Traps;

namespace Acceptance.Decisions.Tests.KnownIssues;

/// <summary>
/// What the runbooks warn of is shown to do harm by the features; here no remedy of ours types it, and the one that
/// must does so behind its own condition.
/// </summary>
public class WarnedDeedTests
{
    [TestCase("vault operator init", Docfix006.Id, "-key-shares=5")]
    [TestCase("reboot-cluster-from-complete-outage", MysqlOutage.Id, "! grep 'Unit is ready' <<<\"$said\" && ")]
    [TestCase("configure-resources", OctaviaConfigureResources.Id, "--wait 15m")]
    public void It_is_typed_by_its_own_entry_alone_behind_its_condition(string deed, string owner, string condition)
    {
        var typing = KnownIssueIndex
            .All.SelectMany(issue => issue.Fix.Select(step => (issue.Id, Text: Typed(step))))
            .Where(step => step.Text.Contains(deed, StringComparison.Ordinal))
            .ToArray();
        typing.Should().NotBeEmpty();
        typing.Should().OnlyContain(step => step.Id == owner && step.Text.Contains(condition));
    }

    [TestCase(AmphoraHeadroom.Id, "loadbalancer failover")]
    [TestCase(D041.Id, "server reboot")]
    [TestCase(D042.Id, "server delete")]
    [TestCase("stuck-delete", "kubectl patch")]
    [TestCase(Restart3.Id, "operator init")]
    public void The_fix_of_who_warns_of_it_does_not_type_it(string entry, string deed)
    {
        var issue = KnownIssueIndex.Find(entry)!;
        issue.DoNots.Should().NotBeEmpty();
        issue.Fix.Should().OnlyContain(step => !Typed(step).Contains(deed, StringComparison.Ordinal));
    }

    [TestCase("init")]
    [TestCase("reboot-cluster-from-complete-outage")]
    [TestCase("configure-resources")]
    [TestCase("failover")]
    [TestCase("reboot")]
    [TestCase("patch")]
    public void Nothing_that_this_suite_starts_is_one_of_them(string word)
    {
        CalledProgram.Ours.Should().NotBeEmpty();
        CalledProgram.Ours.Should().OnlyContain(call => !call.Arguments.Contains(word));
    }

    private static string Typed(FixStep step) =>
        string.Concat(step.Text.Parts.Where(part => part.IsCommand).Select(part => part.Words));
}
