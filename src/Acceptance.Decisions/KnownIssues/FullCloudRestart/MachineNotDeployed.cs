using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.Maas;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Vault;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class MachineNotDeployed
{
    public const string Id = "machine-not-deployed";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "a host is not deployed, or is powered off, by MAAS's own word",
            Heading = "ops-restart-procedure, stage 1; phase-00 5 (FACTS 8.6: what MAAS can say of a machine)",
            Phases = ["phase-00", "restart"],
            Rung = "machines",
            Symptom = "a host is missing from MAAS, or reads anything but Deployed and on",
            SeenBy = [HostsAreDeployed.Check],
            FastConfirm =
                $"`maas {MaasProfile} machines read hostname={Victim} | jq -r '.[] | .system_id, .status_name, "
                + $".power_state'`: not Deployed, or not on",
            Cause = "the host was powered off, released or marked broken in MAAS, or its deployment failed",
            Explains = [Restart1.Id, HypervisorDown.Id],
            Consequences =
            [
                .. Follows
                    .Seen(
                        Restart1.Id,
                        "the agent is of another machine",
                        EveryUnitIsAsExpected.States,
                        EveryMachineIsStarted.Check
                    )
                    .Bound(Bond.OnItsMachine)
                    .ByFault("machine-powered-off"),
                .. Follows
                    .Seen(
                        HypervisorDown.Id,
                        "the machine runs, and Nova calls its hypervisor down still",
                        HypervisorsAreUp.Check
                    )
                    .Bound(Bond.SameVictim)
                    .ByFault("machine-powered-off"),
                .. Follows
                    .Seen(
                        MysqlOutage.Id,
                        "a member is out that runs elsewhere",
                        EveryUnitIsAsExpected.States,
                        MySqlToleratesAFailure.Check
                    )
                    .Bound(Bond.OfAnApplicationOnIt)
                    .ByFault("machine-powered-off"),
                .. Follows
                    .Red("a member is out that runs elsewhere", MySqlToleratesAFailure.Check)
                    .Bound(Bond.OfAnApplicationOnIt)
                    .ByFault("machine-powered-off"),
                .. Follows
                    .Red("the server that is down is of a machine that runs", NoBackendIsDown.Check)
                    .Bound(Bond.PointsAtItsMachine)
                    .ByFault("machine-powered-off"),
                .. Follows
                    .Red(
                        "what it asks for ran on another machine",
                        ManagementServerRuns.Login,
                        ManagementIsReady.Nodes,
                        ClusterIsComplete.Building,
                        ClusterIsComplete.Check,
                        ClusterIsComplete.Health,
                        HealthReadsAsExpected.Check,
                        NodesAreReady.Check
                    )
                    .ByFault("machine-powered-off"),
                .. Follows
                    .Unknown(
                        "it is still not answered when the machine runs",
                        EveryChassisIsConnected.Check,
                        CertificateIsLoaded.Check,
                        NoBackendIsDown.Check,
                        DashboardKeepsLogins.Check,
                        EveryComputeUnitReserves.Check,
                        VaultIsUnsealed.Check,
                        VaultIsUnsealed.Threshold,
                        TenantReachesTheVip.Port,
                        TenantReachesTheVip.Service,
                        ManagementIsReady.Check,
                        ControllersRun.Check,
                        ProvidersAreAsNamed.Check,
                        CapoIsNotRefused.Check,
                        ConductorRunsTheDriver.Check,
                        ConductorReadsItsSettings.Check,
                        ConductorFindsHelm.Check,
                        TrusteeDomainIsSetUp.Check,
                        TrustPolicyIsRight.Check,
                        NodesAreReady.Check,
                        EveryContainerIsReady.Check,
                        EveryContainerIsReady.Addons,
                        EveryContainerIsReady.Still,
                        FloatingIpsAnswer.Check,
                        TenantSetupStands.Credential,
                        ClusterIsComplete.Health,
                        HealthReadsAsExpected.Check
                    )
                    .ByFault("machine-powered-off"),
            ],
            Fix =
            [
                new(
                    $"`maas {MaasProfile} events query hostname={Victim} limit=20`: who changed it, when and why",
                    Observe
                ),
                new(
                    $"where it is deployed and off: `ID=$(maas {MaasProfile} machines read hostname={Victim} | jq -r "
                        + $"'.[].system_id'); maas {MaasProfile} machine power-on \"$ID\"`; its agents take 2 to 5 "
                        + $"minutes, and Vault on it starts sealed",
                    Mutate
                ),
                new("where it reads anything but Deployed: stop, and let a person decide what becomes of it", Observe),
            ],
            DoNots =
            [
                "releasing or deploying it again wipes its disks, with the storage and the containers on them",
                "an id of a document is another machine's, or nobody's: ids are minted at each enrolment (DOCFIX-040)",
                "maas list shows the API key (DOCFIX-016)",
            ],
            Proof = "MAAS reads the host Deployed and on, and its machine agent is started",
            Faults = ["machine-broken", "machine-powered-off"],
            NearMisses =
            [
                new(
                    "a machine reads down in juju",
                    "its agent lost the controller, and the host is Deployed and on: restart-1",
                    $"`maas {MaasProfile} machines read hostname={Victim} | jq -r '.[] | .status_name, "
                        + $".power_state'`: Deployed, and on",
                    "release or deploy it: its disks are wiped",
                    "ops-restart-procedure"
                ),
            ],
        };
}
