using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Checks.Maas;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Checks.Vault;

namespace Acceptance.Decisions.Checks;

/// <summary>
/// Every check, bottom up by rung: what the ladder, the steps, the command line, the rehearsals and the kill matrix
/// iterate.
/// </summary>
public static class CheckCatalogue
{
    public static IReadOnlyList<Check> All { get; } =
    [
        SiteIsRead.Check,
        JumphostRuns.Check,
        JumphostRuns.ReadsNothing,
        ScopesAreApart.Environment,
        BaselineStands.Check,
        ModelIsTheExpectedOne.Check,
        ModelIsTheExpectedOne.Acts,
        EveryUnitIsAsExpected.States,
        EveryUnitIsAsExpected.Counts,
        CharmsAreAsNamed.Check,
        DefaultSpaceIsPlanned.Check,
        HostsAreDeployed.Check,
        EveryMachineIsStarted.Check,
        NoVipIsAPrimary.Check,
        MySqlToleratesAFailure.Check,
        VaultIsUnsealed.Check,
        VaultIsUnsealed.Threshold,
        VaultIsUnsealed.Drill,
        EveryChassisIsConnected.Check,
        CertificateIsLoaded.Check,
        NoBackendIsDown.Check,
        ScopeIsRight.Check,
        TrustsCanBeMade.Login,
        ScopesAreApart.Check,
        ScopesAreApart.Resolved,
        DnsIsDeferred.Check,
        EveryVipAnswers.Check,
        ProxyServes.Check,
        EveryServiceIsAccountedFor.Check,
        DashboardKeepsLogins.Check,
        HypervisorsAreUp.Check,
        EveryComputeUnitReserves.Check,
        FloatingIpsAnswer.Check,
        GuestsRun.Check,
        LoadBalancersServe.Check,
        AmphoraeAreAllocated.Check,
        RoomForOneAmphora.Check,
        AmphoraImageIsTagged.Check,
        ManagementServerRuns.Check,
        ManagementServerRuns.Address,
        ManagementServerRuns.Login,
        ManagementIsSingleHomed.Check,
        TenantReachesTheVip.Port,
        TenantReachesTheVip.Service,
        PodReachesTheVip.Check,
        ManagementIsReady.Check,
        ManagementIsReady.Nodes,
        ControllersRun.Check,
        ProvidersAreAsNamed.Check,
        CapoIsNotRefused.Check,
        MagnumLists.Check,
        ConductorRunsTheDriver.Check,
        ConductorReadsItsSettings.Check,
        ConductorFindsHelm.Check,
        TrusteeDomainIsSetUp.Check,
        TrustPolicyIsRight.Check,
        TrustsCanBeMade.Trial,
        CertificateStoreTakes.Check,
        TenantSetupStands.Roles,
        TenantSetupStands.Network,
        TenantSetupStands.Keypair,
        TenantSetupStands.Flavors,
        ImageStandsAlone.Check,
        ImageIsReadable.Check,
        ImageCarriesItsVersion.Check,
        TemplateIsAsWritten.Check,
        TenantSetupStands.Credential,
        HealthReadsAsExpected.Check,
        ClusterIsComplete.Building,
        ClusterIsComplete.Check,
        ClusterIsComplete.Health,
        ClusterIsOfThisDeploy.Check,
        NodesAreReady.Check,
        EveryContainerIsReady.Check,
        EveryContainerIsReady.Addons,
        EveryContainerIsReady.Still,
        KubeconfigIsPrivate.Check,
        BothPodsAnswer.Check,
        BothPodsAnswer.MadeByController,
        NothingIsLeft.OfTheService,
        FailoverKeptItsPromises.Balancer,
        FailoverKeptItsPromises.Addresses,
        FailoverKeptItsPromises.Blip,
        FailoverKeptItsPromises.Untouched,
        ClusterIsGone.Check,
        NothingIsLeft.OfTheCluster,
    ];

    private static readonly Dictionary<string, Check> ById = All.ToDictionary(check => check.Id);

    private static readonly Dictionary<string, Check> ByPromise = All.ToDictionary(check => check.Promise);

    /// <summary>The checks with which a rung stands or falls, in the order in which they are asked.</summary>
    public static IReadOnlyList<Check> GatesOf(string rung) =>
        [.. All.Where(check => check.Gates && check.Rung == rung)];

    /// <summary>By id; null when there is none.</summary>
    public static Check? WithId(string id) => ById.GetValueOrDefault(id);

    /// <summary>By the sentence that it promises; null when nothing promises that.</summary>
    public static Check? ThatPromises(string promise) =>
        ByPromise.GetValueOrDefault(promise)
        ?? (
            promise.EndsWith(EveryVipAnswers.AnswersAtItsAddress, StringComparison.Ordinal)
                ? EveryVipAnswers.OfService(promise[..^EveryVipAnswers.AnswersAtItsAddress.Length])
                : null
        );
}
