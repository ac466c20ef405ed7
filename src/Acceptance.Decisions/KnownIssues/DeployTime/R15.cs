using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.DeployTime;

public static class R15
{
    public const string Id = "R15";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.LookAlike,
            Title = "the region controller stands among a host's resolvers and does not answer",
            Heading = "appendix-A, Deploy-time",
            Phases = ["phase-01"],
            Rung = "machines",
            Symptom =
                "an unreachable region resolver appears in a node's resolver list, sometimes as Current DNS "
                + "Server, despite the subnet's dns_servers",
            FastConfirm = $"`juju ssh -m {Model} 0 'resolvectl status'`: two DNS servers, and names resolve",
            Cause =
                "MAAS advertises its region controller as a DNS server on a VLAN that it manages, whatever the "
                + "subnet's field says; systemd-resolved falls through to the next",
            Fix = [new($"nothing while the other resolver answers", Observe)],
            DoNots = ["never take it for the cause of a slow service unread: it is passed over"],
            Proof = "names resolve on the host",
            LooksLike = new()
            {
                Exit = 0,
                Words = ["Current DNS Server:", "the region controller is among the resolvers", "the host finds names"],
            },
            NearMisses =
            [
                new(
                    "nodes take an unexpected resolver or gateway",
                    "a second DHCP server answers on that network",
                    "`sudo tcpdump -c 4 -n -e -vv port 67 or port 68`: offers of two addresses, one of them not "
                        + "the rack's",
                    "take it for harmless, as this entry is: stop the other server",
                    "N98"
                ),
            ],
        };
}
