using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
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
                .Select(one => new Finding(
                    $"the hypervisor {one.Hostname} is {one.State} and {one.Status}",
                    one.Hostname,
                    HypervisorDown.Id,
                    evidence
                )),
            () => $"{hypervisors.Count} hypervisors are up",
            evidence
        );
    }
}
