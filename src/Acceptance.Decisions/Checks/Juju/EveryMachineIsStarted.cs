using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Juju;

/// <summary>
/// Every machine and every container, at any depth, is started (ops-restart stage 1; FACTS 0.2: the runbook's jq
/// skips containers).
/// </summary>
public static class EveryMachineIsStarted
{
    public static Check Check { get; } =
        new()
        {
            Id = "machines-started",
            Promise = "every machine and every container is started",
            Rung = "machines",
            Gates = true,
            Needs = [SiteNeed.Juju],
            Facts = [JujuFacts.Model],
            Judgement = sheet =>
                sheet.Judge(JujuFacts.Model, (model, evidence) => Judge(model, sheet.Site.Juju!, evidence)),
        };

    public static Verdict Judge(JujuModel model, SiteJuju site, Evidence evidence)
    {
        var machines = model.Machines.Where(machine => machine.Host is null).ToArray();
        if (machines.Length == 0)
            return Verdict.NotKnown($"no machine was seen", null, evidence);
        var findings = model
            .Machines.Where(machine => !machine.Agent.Is(MachineAgentStatus.Started))
            .Select(machine => About(machine, StartedOn(model, machine), evidence))
            .ToList();
        if (site.Machines is { } expected && machines.Length != expected)
            findings.Insert(
                0,
                new Finding(
                    $"{machines.Length} machines were seen, the site counts {expected}",
                    "the model",
                    null,
                    evidence
                )
            );
        return Verdict.From(
            findings,
            () => $"{machines.Length} machines and {model.Machines.Count - machines.Length} containers are started",
            evidence
        );
    }

    private static string? StartedOn(JujuModel model, JujuMachine host) =>
        model.Machines.FirstOrDefault(one => one.Host == host.Id && one.Agent.Is(MachineAgentStatus.Started))?.Id;

    /// <param name="on">A container on it that is started: then the host lives (cases, near-miss N87).</param>
    private static Finding About(JujuMachine machine, string? on, Evidence evidence)
    {
        var down = machine.Agent.Is(MachineAgentStatus.Down);
        var lives =
            down && on is not null
                ? $"; {on} on it is started: the host lives, and its agent has lost the controller"
                : "";
        var word = machine.Agent.Unsaid ? "says nothing of its agent" : $"has an agent that is {machine.Agent}";
        var instance = machine.InstanceId.Length == 0 ? "" : $" ({machine.InstanceId})";
        return new Finding(
            $"{(machine.Host is null ? "machine" : "container")} {machine.Id}{instance} {word}{Moment.Since(machine.Since)}{lives}",
            machine.Id,
            down && on is null ? Restart1.Id : null,
            evidence
        )
        {
            MaySettle = machine.Agent.Is(MachineAgentStatus.Pending),
        };
    }
}
