using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.Maas;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Diagnosing;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.KnownIssues.CoreServices;
using Acceptance.Decisions.KnownIssues.FullCloudRestart;
using Acceptance.Decisions.KnownIssues.HyperconvergedHost;
using Acceptance.Decisions.KnownIssues.NetworkingAndPodEgress;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Diagnosing;

/// <summary>Roots first, by declared data alone; what nothing explains stands by itself.</summary>
public sealed class RootCausesTests
{
    private const string Server = "edge-mgmt";

    [Test]
    public void What_an_entry_declares_to_follow_is_folded_with_what_would_show_otherwise()
    {
        var causes = Of((ManagementServerRuns.Check, Red(Server, D041.Id)), (ManagementServerRuns.Login, Red(Server)));

        var root = causes.Roots.Should().ContainSingle().Subject;
        root.Name.Should().Be(D041.Id);
        root.IsConfirmed.Should().BeTrue();
        var fold = root.Folds.Should().ContainSingle().Subject;
        fold.Symptom.Check.Should().Be(ManagementServerRuns.Login);
        fold.By.Unless.Should().NotBeEmpty();
    }

    [Test]
    public void What_no_data_folds_stands_by_itself_and_is_not_explained()
    {
        var causes = Of(
            (ManagementServerRuns.Check, Red(Server, D041.Id)),
            (NoBackendIsDown.Check, Red("keystone/0", D045.Id)),
            (EveryVipAnswers.Check, Red("netbox"))
        );

        causes.Roots.Select(root => root.Name).Should().Equal(D045.Id, D041.Id, EveryVipAnswers.Check.Id);
        causes.Roots[0].DoesNotExplain.Should().Equal(D041.Id, EveryVipAnswers.Check.Id);
        causes.Roots[2].Issue.Should().BeNull();
    }

    [TestCase("host-5", true)]
    [TestCase("host-6", false)]
    public void A_hypervisor_is_folded_under_its_own_machine_and_no_other(string hypervisor, bool folded)
    {
        var causes = Of(
            (HostsAreDeployed.Check, Red("host-5", MachineNotDeployed.Id)),
            (HypervisorsAreUp.Check, Red(hypervisor, HypervisorDown.Id))
        );

        causes.Roots.Select(root => root.Name).Contains(HypervisorDown.Id).Should().Be(!folded);
    }

    [TestCase("5/lxd/1", true)]
    [TestCase("6/lxd/1", false)]
    public void A_container_is_folded_under_the_machine_that_carries_it(string machine, bool folded)
    {
        var model = new JujuModel(
            "edge",
            "openstack",
            [Facts.Machine("5"), Facts.Machine("6"), Facts.Machine("5/lxd/1"), Facts.Machine("6/lxd/1")],
            [],
            []
        );
        var causes = RootCauses.Of(
            [
                (HostsAreDeployed.Check, Red("host-5", MachineNotDeployed.Id)),
                (EveryMachineIsStarted.Check, Red(machine, Restart1.Id)),
            ],
            model
        );

        causes.Roots.Select(root => root.Name).Contains(Restart1.Id).Should().Be(!folded);
    }

    [Test]
    public void Without_a_model_nothing_is_said_to_be_on_a_machine() =>
        Of(
            (HostsAreDeployed.Check, Red("host-5", MachineNotDeployed.Id)),
            (EveryMachineIsStarted.Check, Red("5/lxd/1", Restart1.Id))
        )
            .Roots.Should()
            .HaveCount(2);

    [Test]
    public void What_cannot_be_judged_is_hidden_behind_the_root_that_says_so()
    {
        var causes = Of(
            (ManagementServerRuns.Check, Red(Server, D041.Id)),
            (TenantReachesTheVip.Port, Verdict.NotKnown($"no answer", null, Facts.Read))
        );

        var hidden = causes.Roots.Single().Hides.Should().ContainSingle().Subject;
        hidden.Hides.Should().Contain(D035.Id);
        causes.NotKnown.Should().BeEmpty();
    }

    [Test]
    public void What_cannot_be_judged_and_no_root_hides_is_not_known_because()
    {
        var causes = Of((TenantReachesTheVip.Port, Verdict.NotKnown($"no answer", null, Facts.Read)));

        causes.Roots.Should().BeEmpty();
        causes.NothingIsBroken.Should().BeFalse();
        causes.NotKnown.Single().Because.ToString().Should().Be("no answer");
        Text(causes).Should().Contain("not known: tenant-opens-the-port (which shows D-035), because no answer");
    }

    [Test]
    public void What_is_red_while_its_cause_is_unread_says_what_it_may_follow_from()
    {
        var causes = Of(
            (ManagementServerRuns.Check, Verdict.NotKnown($"no answer", null, Facts.Read)),
            (ManagementServerRuns.Login, Red(Server))
        );

        causes.Roots.Single().Issue.Should().BeNull();
        causes.Roots.Single().MayFollowFrom.Should().Contain(D041.Id);
    }

    [Test]
    public void A_login_that_is_refused_is_a_cause_that_is_not_sure()
    {
        var causes = Of(
            (ModelIsTheExpectedOne.Check, Verdict.NotKnown($"a login is needed", JujuMacaroon.Id, Facts.Read))
        );

        var root = causes.Roots.Should().ContainSingle().Subject;
        root.Name.Should().Be(JujuMacaroon.Id);
        root.IsSure.Should().BeFalse();
        root.Hides.Should().ContainSingle();
    }

    [Test]
    public void Only_what_was_read_is_sure() =>
        Of((ManagementServerRuns.Check, Verdict.Break($"it is SHUTOFF", Server, D041.Id)))
            .Roots.Single()
            .IsConfirmed.Should()
            .BeFalse();

    /// <summary>Beside every entry something looks alike: its fix is for what was read, and for nothing else.</summary>
    [TestCaseSource(typeof(KnownIssueIndex), nameof(KnownIssueIndex.All))]
    public void What_only_looks_like_an_entry_does_not_get_its_fix(KnownIssue issue)
    {
        var check = issue.SeenBy.FirstOrDefault() ?? NodesAreReady.Check;
        string Told(Verdict verdict) => Text(Of((check, verdict)));

        var unread = Told(Verdict.Break($"it looks so", Server, issue.Id));
        unread.Should().Contain("   next: ").And.NotContain("under the permit");
        unread
            .Should()
            .MatchRegex($"told apart from [0-9]+ look-alikes? by what this lists: acceptance explain {issue.Id}");
        if (issue.Fix.Count > 0)
            unread.Should().Contain("its fix is withheld until that shows it");
        if (issue.Fix.Count == 0 || issue.SeenBy.Count == 0)
            return;
        var alike = NearMissIndex.NotRuledOut(issue).Count;
        var read = Told(Red(Server, issue.Id));
        read.Split("   first rule out: ").Should().HaveCount(alike + 1);
        read.Should()
            .Contain(
                alike == 0 ? "   then, under the permit " : " ruled out; then, under the permit ",
                "{0} look-alikes are not read",
                alike
            );
    }

    [Test]
    public void A_cloud_of_which_nothing_is_proven_is_dark()
    {
        Of((EveryVipAnswers.Check, Red("keystone"))).IsDark.Should().BeTrue();
        Of((EveryVipAnswers.Check, Red("keystone")), (NodesAreReady.Check, Verdict.Keep($"they are")))
            .IsDark.Should()
            .BeFalse();
        Of((NoBackendIsDown.Check, Red("keystone/0", D045.Id))).IsDark.Should().BeFalse();
    }

    [Test]
    public void A_healthy_cloud_has_one_line() =>
        Text(Of((NodesAreReady.Check, Verdict.Keep($"they are")))).Should().Be("DIAGNOSE: nothing is broken");

    [TestCaseSource(typeof(KnownIssueIndex), nameof(KnownIssueIndex.All))]
    public void A_consequence_says_what_would_show_otherwise(KnownIssue issue)
    {
        foreach (var one in issue.Consequences)
        {
            one.Unless.Should().NotBeEmpty();
            one.Effects.Should().NotBe(Effects.Untouched);
            one.Faults.Should().BeSubsetOf(issue.Faults);
            if (one.Entry is { } entry)
                KnownIssueIndex.Find(entry).Should().NotBeNull();
        }
    }

    private static RootCauses Of(params (Check, Verdict)[] judged) => RootCauses.Of(judged, null);

    private static string Text(RootCauses causes) =>
        string.Join('\n', new RootCausesText(causes, Facts.WholeSite).Lines());

    private static Verdict Red(string victim, string? entry = null) =>
        Verdict.Break($"{victim} is broken", victim, entry, Facts.Read);
}
