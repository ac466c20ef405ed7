using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Vault;

namespace Acceptance.Decisions.Asserts;

/// <summary>
/// The sweep with which every triage begins: the services' own verdicts, A1 to A12. Of the operator's list only A4's
/// number is known (ops-restart, stage 4); the order of the others is ours.
/// </summary>
public static class CloudAssert
{
    /// <summary>Whose the numbers are: said wherever they are shown.</summary>
    public const string Numbers = "A4 has the operator's number; A1 to A3 and A5 to A12 are numbered here";

    public static IReadOnlyList<CloudAssertItem> Items { get; } =
    [
        new(
            "A1",
            "Every juju machine agent is started; the model is the expected one",
            ModelIsTheExpectedOne.Check,
            EveryMachineIsStarted.Check
        ),
        new(
            "A2",
            "Every unit is active/idle, no hook is stuck",
            EveryUnitIsAsExpected.States,
            EveryUnitIsAsExpected.Counts
        ),
        new("A3", "MySQL InnoDB cluster: three ONLINE, exactly one R/W", MySqlToleratesAFailure.Check),
        new(
            "A4",
            "OVN: connection-status is connected on every chassis",
            EveryChassisIsConnected.Check,
            CertificateIsLoaded.Check
        ),
        new("A5", "Vault is initialized and unsealed", VaultIsUnsealed.Check),
        new("A6", "HAProxy's own verdict: no backend DOWN on any unit", NoBackendIsDown.Check),
        new("A7", "Every core VIP answers over TLS that the Vault root CA signs", EveryVipAnswers.Check),
        new("A8", "Hypervisors are up and reserve 8192 MB", HypervisorsAreUp.Check, EveryComputeUnitReserves.Check),
        new(
            "A9",
            "Every load balancer is ACTIVE/ONLINE, every amphora ALLOCATED, none orphaned",
            LoadBalancersServe.Check,
            AmphoraeAreAllocated.Check
        ),
        new("A10", "No guest is unexpectedly SHUTOFF or in ERROR", GuestsRun.Check),
        new("A11", "Magnum health reads as the expectations table allows", HealthReadsAsExpected.Check),
        new("A12", "No service VIP equals a unit primary", NoVipIsAPrimary.Check),
    ];

    /// <summary>By its id, whatever the case; null when there is none.</summary>
    public static CloudAssertItem? Find(string id) =>
        Items.FirstOrDefault(item => item.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
