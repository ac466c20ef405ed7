using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.NetworkingAndPodEgress;

public static class FloatingIpsDark
{
    public const string Id = "floating-ips-dark";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "every floating IP is dark, though every bridge to the provider network is up",
            Heading = "operator-later, floating IPs of the provider network",
            Phases = ["phase-00", "phase-08"],
            Rung = "hypervisors",
            Symptom =
                "every floating IP of the provider network is dark, while the public VIPs answer, the servers run and "
                + "the bridges carry",
            SeenBy = [FloatingIpsAnswer.Check],
            FastConfirm = $"`openstack console log show {ManagementServer}`: the machine behind {Victim} runs",
            Cause =
                "what is sent to them is lost past the bridge: the provider NIC is in no bridge or in another one, or "
                + "the network beyond the hosts does not carry it; a machine that hangs looks the same where no other "
                + "address answers",
            Explains = [D041.Id, D035.Id],
            Consequences = [.. Follows.ManagementIsOutOfReach("it stays so when a floating IP answers")],
            Fix =
            [
                new(
                    $"on each host: `ip -br link` and `sudo ovs-vsctl list-ports {ProviderBridge}`: the provider NIC "
                        + $"is up and in the bridge (D-057 where Juju's bridge holds it)",
                    Observe
                ),
                new($"the switch carries the provider network to every host; a person mends it there", Observe),
            ],
            DoNots = ["no public address is broken, and no service: they answer beside it on other networks"],
            Proof = "a floating IP answers from the jumphost again",
            Faults = ["provider-network-lost"],
            NearMisses =
            [
                new(
                    "floating IPs are dark",
                    "the bridge itself has no carrier: D-057",
                    $"on a compute host: `cat /sys/class/net/{ProviderBridge}/operstate`: down would be the "
                        + $"other entry",
                    "restart services: they answer on other networks",
                    "operator-later"
                ),
            ],
        };
}
