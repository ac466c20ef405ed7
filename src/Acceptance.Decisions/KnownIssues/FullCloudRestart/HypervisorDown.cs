using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class HypervisorDown
{
    public const string Id = "hypervisor-down";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "hypervisor down while juju is green",
            Heading = "ops-restart-procedure, quick reference",
            Phases = ["restart"],
            Rung = "hypervisors",
            Symptom = "hypervisor down, juju green",
            SeenBy = [HypervisorsAreUp.Check],
            FastConfirm = $"`openstack compute service list --service nova-compute --host {Victim}`: down",
            Shows = @"\| down",
            Cause = "nova-compute lost its message queue or died; juju does not see it",
            Fix =
            [
                new(
                    $"`MACHINE=$(juju machines -m {Model} --format json | jq -r --arg host {Victim} "
                        + $"'.machines | to_entries[] | select(.value.hostname == $host) | .key'); "
                        + $"juju ssh -m {Model} \"$MACHINE\" 'sudo systemctl restart nova-compute'`; "
                        + $"look again in 60 s",
                    Mutate
                ),
            ],
            Proof = "the hypervisor reads up",
            Faults = ["hypervisor-down"],
            NearMisses =
            [
                new(
                    "calls of many services time out and agents read down; rabbit logs: channel exception "
                        + "not_found, failed to perform operation on queue, due to timeout",
                    "queues of RabbitMQ are stuck (LP #1943937)",
                    "on each rabbitmq unit: `sudo grep -rc 'due to timeout' /var/log/rabbitmq/`: that line, "
                        + "and many services of many hosts at once",
                    "restart nova-compute host by host, nor the brokers one by one: all of them stop, then start",
                    "N94"
                ),
            ],
        };
}
