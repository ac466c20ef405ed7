using Acceptance.Decisions.Checks.Juju;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.TeardownAndMaasReset;

public static class KIP3001
{
    public const string Id = "KI-P3-001";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "VIP / primary collision",
            Heading = "appendix-A, Teardown / MAAS reset",
            Phases = ["phase-00", "phase-04"],
            Rung = "machines",
            Symptom = "a charm vip: address equals a MAAS-auto-assigned machine/container primary",
            SeenBy = [NoVipIsAPrimary.Check],
            FastConfirm = $"`juju machines -m {Model}`: {Victim} has an address that a charm has as its vip",
            Cause =
                "MAAS' auto-static allocation was not excluded over the block of the VIPs, so that it handed one of "
                + "them to a machine or container",
            Fix =
            [
                new(
                    $"which spaces carry VIPs, and whether MAAS reserves their block there: "
                        + $"`maas {MaasProfile} ipranges read`",
                    Observe
                ),
                new(
                    "on every space that carries VIPs, provider and metal, reserve the front-loaded block of the VIPs "
                        + "in MAAS, apart from the primaries' range and from any allocation pool of Neutron (phase-00, "
                        + "phase 4): it stops the next assignment, and takes nothing back",
                    Mutate
                ),
                new(
                    $"the container {Victim} keeps its address: add another unit of its application, which MAAS "
                        + $"gives an address outside of the block, and remove the one on it when the other is settled",
                    Destroy
                ),
            ],
            DoNots = ["do not move the address of the service: the catalog, the certificates and every client name it"],
            Proof = "no vip of a charm, on any plane, is an address of a machine or container that is not its own",
            Faults = ["KI-P3-001"],
            NearMisses =
            [
                new(
                    "juju lists an address of a service among those of a machine",
                    "the unit of that very service holds it at this moment, as its hacluster means it to",
                    $"`juju status -m {Model}`: a unit of the service's own application stands on the machine, and its "
                        + $"public address is another",
                    "move the unit, or reserve what is reserved already",
                    "appendix-A"
                ),
                new(
                    "two machines answer for one core address",
                    "two units of one application hold it until their cluster has settled; it is nobody's own address",
                    $"`juju status -m {Model} --format=json | jq -r '.machines[].\"ip-addresses\"[]'`: the address "
                        + $"is in it only where it is the entry",
                    "reserve addresses for a cluster of units that has not settled",
                    "appendix-A"
                ),
            ],
        };
}
