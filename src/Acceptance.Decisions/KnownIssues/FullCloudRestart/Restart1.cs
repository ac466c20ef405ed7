using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.OpenStack;
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
            Spares = [("agent-lost", EveryMachineIsStarted.Check)],
            FastConfirm =
                $"`juju machines -m {Model}`: {Victim} is not started, or the agent of the unit on it is lost",
            Shows = @"^\d\S*\s+down\b",
            Cause = "the machine or LXD container is down, or its agent lost the controller",
            Explains = [MysqlOutage.Id, D045.Id, OvnTlsSweep.Id],
            Consequences =
            [
                .. Follows
                    .Seen(
                        MysqlOutage.Id,
                        "a member is out that runs elsewhere",
                        EveryUnitIsAsExpected.States,
                        MySqlToleratesAFailure.Check
                    )
                    .Bound(Bond.OfAnApplicationOnIt)
                    .ByFault("lxd-container-down"),
                .. Follows
                    .Red("a member is out that runs elsewhere", MySqlToleratesAFailure.Check)
                    .Bound(Bond.OfAnApplicationOnIt)
                    .ByFault("lxd-container-down"),
                .. Follows
                    .Unknown(
                        "a unit whose agent answers is silent, too",
                        EveryChassisIsConnected.Check,
                        CertificateIsLoaded.Check,
                        TrustPolicyIsRight.Check
                    )
                    .ByFault("lxd-container-down"),
                .. Follows
                    .Red("the server that is down is of a unit that runs", NoBackendIsDown.Check)
                    .Bound(Bond.PointsAtItsMachine)
                    .ByFault("lxd-container-down"),
                .. Follows.Unknown(
                    "a unit whose agent answers is silent, too",
                    NoBackendIsDown.Check,
                    DashboardKeepsLogins.Check
                ),
                .. Follows
                    .Unknown(
                        "a unit whose agent answers is silent, too",
                        EveryComputeUnitReserves.Check,
                        TrustPolicyIsRight.Check
                    )
                    .ByFault("agent-lost"),
            ],
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
            NearMisses =
            [
                new(
                    "a host reads down, while its containers read started; its log has: health ping timed out "
                        + "after 30s",
                    "the host's agent alone lost the controller; host and containers live",
                    $"`juju status -m {Model} --format=json | jq -c '.machines | map_values({{host: "
                        + $".\"juju-status\".current, containers: (.containers // {{}} | "
                        + $"map_values(.\"juju-status\".current))}})'`: down beside started, at one moment",
                    "restart containers or evacuate: it is the agent or the way to the controller",
                    "N87"
                )
                {
                    IsRead = true,
                },
                new(
                    "a unit's agent reads idle through the API, and its machine is down",
                    "the API keeps the last value that was stored",
                    $"`juju status -m {Model} --format=json | jq -c '.machines | "
                        + $"map_values(.\"juju-status\".current)'`: down, beside an idle agent in the same answer",
                    "take an idle agent for a living machine: read it together with the machine",
                    "N89"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "all containers of a host are down, and LXD does not start: dial tcp, no route to host, "
                        + "MAAS/api/2.0/version",
                    "LXD asks MAAS when it starts, and MAAS or the way to it is away",
                    "`journalctl -u snap.lxd.daemon -n 20 --no-pager`, on the host: MAAS's address, and no "
                        + "route to host",
                    "start each container: MAAS or its route first, then LXD",
                    "N91"
                ),
            ],
        };
}
