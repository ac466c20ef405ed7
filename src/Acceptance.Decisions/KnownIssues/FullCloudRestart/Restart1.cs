using Acceptance.Decisions.Checks.Juju;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class Restart1
{
    public const string Id = "restart-1";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["lxd-container-down"],
            Kind = KnownIssueKind.Fault,
            Title = "machine agents: a machine or container is not started",
            Heading = "ops-restart-procedure, stage 1 (FACTS 0.2: containers too)",
            Phases = ["restart"],
            Rung = "machines",
            Symptom = "a machine agent does not report started",
            SeenBy = [EveryMachineIsStarted.Check, EveryUnitIsAsExpected.States],
            FastConfirm =
                $"`juju machines -m {Model}`: {Victim} is not started, or the agent of the unit on it is lost",
            Shows = @"^\d\S*\s+down\b",
            Cause = "the machine or LXD container is down, or its agent lost the controller",
            Explains = [MysqlOutage.Id, D045.Id, OvnTlsSweep.Id],
            Fix =
            [
                new("wait out the 2-5 minutes that agents take after a power-on", Observe),
                new(
                    $"the container that is stopped: `NAME=$(juju machines -m {Model} --format json | jq -r --arg id "
                        + $"{Victim} '.machines[($id / \"/\")[0]].containers[$id][\"instance-id\"]'); "
                        + $"juju ssh -m {Model} {HostMachine} \"sudo lxc list; sudo lxc start $NAME\"`",
                    Mutate
                )
                {
                    Cures = ["lxd-container-down"],
                },
            ],
            Proof = "every machine and every container reads started",
            Faults = ["lxd-container-down", "agent-lost"],
        };
}
