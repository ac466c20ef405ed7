using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>What follows from what a check found and no entry names.</summary>
public static class CheckConsequences
{
    /// <summary>Empty for a check from which nothing is known to follow.</summary>
    public static IReadOnlyList<Consequence> Of(Check check) => All.GetValueOrDefault(check, []);

    public static IReadOnlyDictionary<Check, IReadOnlyList<Consequence>> All { get; } =
        new Dictionary<Check, IReadOnlyList<Consequence>>
        {
            [EveryVipAnswers.Check] =
            [
                .. Follows
                    .Red(StillSilent, ScopeIsRight.Check, MagnumLists.Check, TenantReachesTheVip.Service)
                    .OfVictim("keystone"),
                .. Follows.Seen(D035.Id, StillSilent, TenantReachesTheVip.Port).OfVictim("keystone"),
                .. Follows
                    .Unknown(
                        StillSilent,
                        EveryContainerIsReady.Addons,
                        EveryContainerIsReady.Still,
                        AmphoraeAreAllocated.Check,
                        LoadBalancersServe.Check,
                        BaselineStands.Check,
                        DnsIsDeferred.Check,
                        ImageStandsAlone.Check,
                        ClusterIsComplete.Building,
                        TrustsCanBeMade.Trial,
                        CapoIsNotRefused.Check,
                        ClusterIsComplete.Check,
                        ClusterIsComplete.Health,
                        HealthReadsAsExpected.Check,
                        EveryContainerIsReady.Check,
                        TrustsCanBeMade.Login,
                        TenantSetupStands.Roles,
                        TenantSetupStands.Credential,
                        TenantSetupStands.Network,
                        FloatingIpsAnswer.Check,
                        HypervisorsAreUp.Check,
                        ImageCarriesItsVersion.Check,
                        ImageIsReadable.Check,
                        ManagementServerRuns.Address,
                        ManagementIsSingleHomed.Check,
                        ManagementServerRuns.Check,
                        NodesAreReady.Check,
                        ScopesAreApart.Resolved,
                        RoomForOneAmphora.Check,
                        ScopesAreApart.Check,
                        EveryServiceIsAccountedFor.Check,
                        TemplateIsAsWritten.Check,
                        TenantSetupStands.Flavors,
                        TenantSetupStands.Keypair,
                        TrusteeDomainIsSetUp.Check
                    )
                    .OfVictim("keystone"),
                .. Follows.Red(StillSilent, MagnumLists.Check).OfVictim("magnum"),
                .. Follows
                    .Unknown(
                        StillSilent,
                        CapoIsNotRefused.Check,
                        TemplateIsAsWritten.Check,
                        TenantSetupStands.Credential,
                        ClusterIsComplete.Check,
                        ClusterIsComplete.Health,
                        HealthReadsAsExpected.Check,
                        NodesAreReady.Check,
                        EveryContainerIsReady.Check,
                        EveryContainerIsReady.Addons,
                        EveryContainerIsReady.Still
                    )
                    .OfVictim("magnum"),
                .. Follows
                    .Unknown(
                        StillSilent,
                        FloatingIpsAnswer.Check,
                        ManagementServerRuns.Address,
                        ManagementIsSingleHomed.Check,
                        TenantSetupStands.Network
                    )
                    .OfVictim("neutron"),
                .. Follows
                    .Unknown(
                        StillSilent,
                        BaselineStands.Check,
                        HypervisorsAreUp.Check,
                        FloatingIpsAnswer.Check,
                        AmphoraeAreAllocated.Check,
                        ManagementServerRuns.Check,
                        ManagementServerRuns.Address,
                        ManagementIsSingleHomed.Check,
                        TenantSetupStands.Keypair,
                        TenantSetupStands.Flavors,
                        TemplateIsAsWritten.Check
                    )
                    .OfVictim("nova"),
                .. Follows
                    .Unknown(StillSilent, LoadBalancersServe.Check, AmphoraeAreAllocated.Check)
                    .OfVictim("octavia"),
                .. Follows
                    .Unknown(StillSilent, ImageIsReadable.Check, ImageCarriesItsVersion.Check, ImageStandsAlone.Check)
                    .OfVictim("glance"),
                .. Follows.Unknown(StillSilent, RoomForOneAmphora.Check).OfVictim("placement"),
            ],
            [ScopeIsRight.Check] =
            [
                .. Follows.Red(NoToken, MagnumLists.Check),
                .. Follows.Unknown(
                    NoToken,
                    EveryContainerIsReady.Addons,
                    EveryContainerIsReady.Still,
                    AmphoraeAreAllocated.Check,
                    LoadBalancersServe.Check,
                    BaselineStands.Check,
                    DnsIsDeferred.Check,
                    ImageStandsAlone.Check,
                    ClusterIsComplete.Building,
                    TrustsCanBeMade.Trial,
                    CapoIsNotRefused.Check,
                    ClusterIsComplete.Check,
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check,
                    EveryContainerIsReady.Check,
                    TrustsCanBeMade.Login,
                    TenantSetupStands.Roles,
                    TenantSetupStands.Credential,
                    TenantSetupStands.Network,
                    FloatingIpsAnswer.Check,
                    HypervisorsAreUp.Check,
                    ImageCarriesItsVersion.Check,
                    ImageIsReadable.Check,
                    ManagementServerRuns.Address,
                    ManagementIsSingleHomed.Check,
                    ManagementServerRuns.Check,
                    NodesAreReady.Check,
                    ScopesAreApart.Resolved,
                    RoomForOneAmphora.Check,
                    ScopesAreApart.Check,
                    EveryServiceIsAccountedFor.Check,
                    TemplateIsAsWritten.Check,
                    TenantSetupStands.Flavors,
                    TenantSetupStands.Keypair,
                    TrusteeDomainIsSetUp.Check
                ),
            ],
            [NoBackendIsDown.Check] =
            [
                .. Follows.Red("a server of it is up", EveryVipAnswers.Check).Bound(Bond.OfTheServiceItPointsAt),
            ],
        };

    private const string StillSilent = "it stays so when the service answers at its address";
    private const string NoToken = "it stays so when Keystone issues a token";
}
