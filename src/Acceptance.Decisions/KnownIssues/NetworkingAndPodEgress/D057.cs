using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.NetworkingAndPodEgress;

public static class D057
{
    public const string Id = "D-057";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["D-060"],
            Kind = KnownIssueKind.Fault,
            Title = "every floating IP is dark while the VIPs answer",
            Heading = "operator-later, floating IPs of the provider network",
            Phases = ["phase-00", "phase-08"],
            Rung = "hypervisors",
            Symptom =
                "every floating IP of the provider network is dark, while the public VIPs answer and juju is green",
            SeenBy = [FloatingIpsAnswer.Check],
            FastConfirm =
                $"`juju exec -m {Model} --unit {Unit} -- grep -H . /sys/class/net/{ProviderBridge}/operstate "
                + $"/sys/class/net/{ProviderBridge}/carrier`: operstate down, and the carrier cannot be read (Invalid "
                + $"argument)",
            Cause =
                "Juju bridged the provider NIC under the containers (a bridge with the NIC's name), so that the "
                + "bridge that OVN maps to the provider network has no carrier",
            Explains = [D041.Id, D035.Id],
            Consequences = [.. Follows.ManagementIsOutOfReach("it stays so when the bridge has its carrier")],
            Fix =
            [
                new(
                    $"`juju exec -m {Model} --unit {Unit} -- ip -br link`: which bridge holds the provider NIC",
                    Observe
                ),
                new(
                    "the cure is Pattern A, before the deploy: MAAS itself builds the bridge, so that Juju finds one "
                        + "and makes none (phase-00 6); on a cloud that runs, a person decides when, because the "
                        + "containers' addresses hang on the bridge that Juju made",
                    Observe
                ),
            ],
            DoNots = ["no service, router or machine behind a floating IP is broken: restarting them changes nothing"],
            Proof = "a floating IP answers from the jumphost again, and the bridge reads a carrier on every chassis",
            Faults = ["D-057"],
            NearMisses =
            [
                new(
                    "floating IPs are dark",
                    "the bridge carries, and what is sent is lost past it: floating-ips-dark",
                    $"`juju exec -m {Model} --unit {Unit} -- cat /sys/class/net/{ProviderBridge}/operstate`: up "
                        + $"would be the other entry",
                    "restart routers or servers behind the addresses",
                    "operator-later"
                ),
            ],
        };
}
