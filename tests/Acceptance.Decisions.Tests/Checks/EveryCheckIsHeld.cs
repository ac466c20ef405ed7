using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Checks.Maas;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Checks.Vault;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Tests.Checks.Clusters;
using Acceptance.Decisions.Tests.Checks.Hosts;
using Acceptance.Decisions.Tests.Checks.Juju;
using Acceptance.Decisions.Tests.Checks.LoadBalancing;
using Acceptance.Decisions.Tests.Checks.Maas;
using Acceptance.Decisions.Tests.Checks.OpenStack;
using Acceptance.Decisions.Tests.Checks.Snapshots;
using Acceptance.Decisions.Tests.Checks.Vault;

namespace Acceptance.Decisions.Tests.Checks;

/// <summary>
/// No check of the catalogue without cases: green, red and unread; and every finding leads somewhere an operator can
/// read.
/// </summary>
public class EveryCheckIsHeld
{
    private static readonly (Check[] Checks, Judged[] Cases)[] Held =
    [
        ([CapoIsNotRefused.Check], CapoIsNotRefusedTests.Cases),
        ([ControllersRun.Check], ControllersRunTests.Cases),
        ([ProvidersAreAsNamed.Check], ProvidersAreAsNamedTests.Cases),
        (
            [EveryContainerIsReady.Check, EveryContainerIsReady.Addons, EveryContainerIsReady.Still],
            EveryContainerIsReadyTests.Cases
        ),
        ([ManagementIsReady.Check, ManagementIsReady.Nodes], ManagementIsReadyTests.Cases),
        ([NodesAreReady.Check], NodesAreReadyTests.Cases),
        ([ClusterIsComplete.Check, ClusterIsComplete.Building, ClusterIsComplete.Health], ClusterIsCompleteTests.Cases),
        ([ClusterIsOfThisDeploy.Check], ClusterIsOfThisDeployTests.Cases),
        ([CertificateIsLoaded.Check], CertificateIsLoadedTests.Cases),
        ([EveryChassisIsConnected.Check], EveryChassisIsConnectedTests.Cases),
        ([EveryComputeUnitReserves.Check], EveryComputeUnitReservesTests.Cases),
        ([EveryVipAnswers.Check], EveryVipAnswersTests.Cases),
        ([ProxyServes.Check], ProxyServesTests.Cases),
        ([NoBackendIsDown.Check], NoBackendIsDownTests.Cases),
        ([ManagementIsSingleHomed.Check], ManagementIsSingleHomedTests.Cases),
        ([PodReachesTheVip.Check], PodReachesTheVipTests.Cases),
        ([TenantReachesTheVip.Port, TenantReachesTheVip.Service], TenantReachesTheVipTests.Cases),
        ([CharmsAreAsNamed.Check], CharmsAreAsNamedTests.Cases),
        ([DefaultSpaceIsPlanned.Check], DefaultSpaceIsPlannedTests.Cases),
        ([HostsAreDeployed.Check], HostsAreDeployedTests.Cases),
        ([NoVipIsAPrimary.Check], NoVipIsAPrimaryTests.Cases),
        ([GuestsRun.Check], GuestsRunTests.Cases),
        ([HealthReadsAsExpected.Check], HealthReadsAsExpectedTests.Cases),
        ([EveryMachineIsStarted.Check], EveryMachineIsStartedTests.Cases),
        ([EveryUnitIsAsExpected.States, EveryUnitIsAsExpected.Counts], EveryUnitIsAsExpectedTests.Cases),
        ([MySqlToleratesAFailure.Check], MySqlToleratesAFailureTests.Cases),
        ([ModelIsTheExpectedOne.Check], ModelIsTheExpectedOneTests.Cases),
        ([ModelIsTheExpectedOne.Acts], ModelIsTheExpectedOneTests.OfItsStatus),
        ([BothPodsAnswer.Check, BothPodsAnswer.MadeByController], BothPodsAnswerTests.Cases),
        (
            [
                FailoverKeptItsPromises.Balancer,
                FailoverKeptItsPromises.Addresses,
                FailoverKeptItsPromises.Blip,
                FailoverKeptItsPromises.Untouched,
            ],
            FailoverKeptItsPromisesTests.Cases
        ),
        ([NothingIsLeft.OfTheService, NothingIsLeft.OfTheCluster], NothingIsLeftTests.Cases),
        ([AmphoraeAreAllocated.Check], AmphoraeAreAllocatedTests.Cases),
        ([DnsIsDeferred.Check], DnsIsDeferredTests.Cases),
        ([EveryServiceIsAccountedFor.Check], CatalogTests.Cases),
        ([FloatingIpsAnswer.Check], FloatingIpsAnswerTests.Cases),
        ([HypervisorsAreUp.Check], HypervisorsAreUpTests.Cases),
        ([LoadBalancersServe.Check], LoadBalancersServeTests.Cases),
        ([ScopesAreApart.Check, ScopesAreApart.Environment, ScopesAreApart.Resolved], ScopesAreApartTests.Cases),
        (
            [
                TenantSetupStands.Network,
                TenantSetupStands.Keypair,
                TenantSetupStands.Flavors,
                TenantSetupStands.Roles,
                TenantSetupStands.Credential,
            ],
            TenantSetupStandsTests.Cases
        ),
        ([ImageCarriesItsVersion.Check], ImageCarriesItsVersionTests.Cases),
        ([ImageStandsAlone.Check], ImageStandsAloneTests.Cases),
        (
            [ManagementServerRuns.Check, ManagementServerRuns.Address, ManagementServerRuns.Login],
            ManagementServerRunsTests.Cases
        ),
        ([ScopeIsRight.Check], ScopeIsRightTests.Cases),
        ([TemplateIsAsWritten.Check], TemplateIsAsWrittenTests.Cases),
        ([RoomForOneAmphora.Check], RoomForOneAmphoraTests.Cases),
        ([AmphoraImageIsTagged.Check], AmphoraImageIsTaggedTests.Cases),
        ([BaselineStands.Check], BaselineStandsTests.Cases),
        ([VaultIsUnsealed.Check, VaultIsUnsealed.Threshold, VaultIsUnsealed.Drill], VaultIsUnsealedTests.Cases),
        ([ConductorRunsTheDriver.Check], ConductorRunsTheDriverTests.Cases),
        ([ConductorReadsItsSettings.Check], ConductorReadsItsSettingsTests.Cases),
        ([TrusteeDomainIsSetUp.Check], TrusteeDomainIsSetUpTests.Cases),
        ([TrustPolicyIsRight.Check], TrustPolicyIsRightTests.Cases),
        ([TrustsCanBeMade.Login], TrustsCanBeMadeTests.OfTheLogin),
        ([TrustsCanBeMade.Trial], TrustsCanBeMadeTests.OfTheTrial),
        ([CertificateStoreTakes.Check], CertificateStoreTakesTests.Cases),
        ([ImageIsReadable.Check], ImageIsReadableTests.Cases),
        ([ConductorFindsHelm.Check], ConductorFindsHelmTests.Cases),
        ([DashboardKeepsLogins.Check], DashboardKeepsLoginsTests.Cases),
        ([JumphostRuns.Check, JumphostRuns.ReadsNothing], JumphostRunsTests.Cases),
        ([MagnumLists.Check], MagnumListsTests.Cases),
        ([ClusterIsGone.Check], ClusterIsGoneTests.Cases),
        ([KubeconfigIsPrivate.Check], KubeconfigIsPrivateTests.Cases),
    ];

    /// <summary>
    /// Nothing turns the site's own rung red but a file that cannot be read, and then nothing is asked at all.
    /// </summary>
    private static readonly Check[] NeverRed = [SiteIsRead.Check];

    /// <summary>
    /// A cluster that is older than the deploy proves nothing about it: unknown is the worst that it is.
    /// </summary>
    private static readonly Check[] NeverBroken = [ClusterIsOfThisDeploy.Check];

    /// <summary>Deferred is never proven.</summary>
    private static readonly Check[] NeverKept = [DnsIsDeferred.Check];

    private static IEnumerable<Check> All => CheckCatalogue.All.Except(NeverRed);

    [TestCaseSource(nameof(All))]
    public void A_check_has_cases_of_each_kind(Check check)
    {
        var words = Held.Where(held => held.Checks.Contains(check))
            .SelectMany(held => held.Cases)
            .Select(one => one.Word)
            .Distinct()
            .ToArray();
        if (!NeverBroken.Contains(check))
            words.Should().Contain("broken", "something must turn it red");
        if (!NeverKept.Contains(check))
            words.Should().Contain("kept", "a healthy cloud must be green");
        words.Should().Contain("unknown", "nothing seen proves nothing");
    }

    [TestCaseSource(nameof(All))]
    public void Where_no_fact_was_read_nothing_is_kept(Check check)
    {
        if (check.Facts.Count == 0)
            return;
        var verdict = check.Judge(new FactBook(Facts.WholeSite, Facts.Now).Gather(check.Facts).Result);
        verdict.Passes.Should().BeFalse("it says: {0}", verdict.Sentence);
    }

    [Test]
    public void A_finding_routes_to_an_entry_that_is_known() =>
        Held.SelectMany(held => held.Cases)
            .Select(one => one.Entry)
            .OfType<string>()
            .Distinct()
            .Where(entry => KnownIssueIndex.Find(entry) is null)
            .Should()
            .BeEmpty("an operator looks there for the fix");

    private static IEnumerable<KnownIssue> Issues => KnownIssueIndex.All;

    [TestCaseSource(nameof(Issues))]
    public void The_checks_that_see_a_known_issue_are_of_the_catalogue_and_lead_to_it(KnownIssue issue)
    {
        issue.SeenBy.Should().BeSubsetOf(CheckCatalogue.All);
        foreach (var check in issue.SeenBy)
            Held.Where(held => held.Checks.Contains(check))
                .SelectMany(held => held.Cases)
                .Should()
                .Contain(one => one.Word == "broken" && one.Entry == issue.Id, "{0} sees {1}", check.Id, issue.Id);
    }

    [Test]
    public void Ids_and_promises_are_unlike_and_rungs_are_rungs()
    {
        CheckCatalogue.All.Select(check => check.Id).Should().OnlyHaveUniqueItems();
        CheckCatalogue.All.Select(check => check.Promise).Should().OnlyHaveUniqueItems();
        CheckCatalogue
            .All.Select(check => check.Rung)
            .Should()
            .OnlyContain(rung => Ladder.Rungs.Any(known => known.Name == rung));
        Ladder
            .Rungs.Where(rung => CheckCatalogue.GatesOf(rung.Name).Count == 0)
            .Should()
            .BeEmpty("a rung stands or falls with its checks");
    }

    [TestCaseSource(nameof(All))]
    public void What_a_check_comes_after_is_asked_before_it(Check check) =>
        check.After.Where(before => IndexOf(before) < 0 || IndexOf(before) > IndexOf(check)).Should().BeEmpty();

    private static int IndexOf(Check check) => CheckCatalogue.All.ToList().IndexOf(check);
}
