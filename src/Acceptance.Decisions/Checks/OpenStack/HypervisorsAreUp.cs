using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Every hypervisor is up and enabled, by Nova's own word: Juju does not see a nova-compute that lost its queue.
/// </summary>
public static class HypervisorsAreUp
{
    public static Check Check { get; } =
        new()
        {
            Id = "hypervisors-up",
            Promise = "every hypervisor is up and enabled",
            Rung = "hypervisors",
            Gates = true,
            Facts = [ComputeFacts.Hypervisors],
            Judgement = sheet => sheet.Judge(ComputeFacts.Hypervisors, Judge),
        };

    public static Verdict Judge(IReadOnlyList<NovaHypervisor> hypervisors, Evidence evidence)
    {
        if (hypervisors.Count == 0)
            return Verdict.NotKnown($"Nova lists no hypervisor", null, evidence);
        return Verdict.From(
            hypervisors
                .Where(one => one is not { State.Known: ServiceState.Up, Status.Known: ServiceStatus.Enabled })
                .Select(one => new Finding(Wrong(one), one.Hostname, Entry(one), evidence)),
            () => $"{hypervisors.Count} hypervisors are up",
            evidence
        );
    }

    // Nova disables one itself when it loses libvirt, and says so.
    private const string ByNova = "AUTO:";

    private static string Who(NovaHypervisor one) =>
        one.DisabledReason?.StartsWith(ByNova, StringComparison.Ordinal) == true ? "Nova" : "an operator";

    private static Sentence Wrong(NovaHypervisor one) =>
        one switch
        {
            { State.Known: ServiceState.Up, Status.Known: ServiceStatus.Disabled } =>
                $"the hypervisor {one.Hostname} is up, and disabled by {Who(one)} "
                    + $"({one.DisabledReason ?? "no reason given"}): nothing new is scheduled there until it "
                    + $"is enabled (openstack compute service set --enable {one.ServiceHost ?? one.Hostname} "
                    + $"nova-compute)",
            _ => $"the hypervisor {one.Hostname} is {one.State} and {one.Status}",
        };

    // Drained on purpose is no outage, and neither is a word that nobody knows: nothing is to be restarted.
    private static string? Entry(NovaHypervisor one) => one.State.Is(ServiceState.Down) ? HypervisorDown.Id : null;
}
