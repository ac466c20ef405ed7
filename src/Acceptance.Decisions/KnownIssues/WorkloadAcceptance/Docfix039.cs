using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class Docfix039
{
    public const string Id = "DOCFIX-039";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.LookAlike,
            Title = "an endpoint of the catalog is nobody's: neither asked nor left out",
            Heading = "phase-08, D-011.2",
            Phases = ["phase-08"],
            Rung = "vips",
            Symptom = "the catalog offers a service at an address that does not answer from the jumphost",
            SeenBy = [EveryServiceIsAccountedFor.Check],
            FastConfirm =
                $"`openstack catalog show {Victim}`: an address of the container space, or of a service that "
                + $"the site does not know",
            Cause =
                "a service registered an address to which the jumphost has no route, as the simplestreams "
                + "mirror does, or is new",
            Fix =
            [
                new(
                    $"name {Victim} in the site: under endpoints with the codes it may answer, or under outOfScope "
                        + $"with the reason",
                    Observe
                ),
            ],
            Proof = "every public endpoint is asked, or left out with a reason",
            NearMisses =
            [
                new(
                    "an endpoint does not answer",
                    "its service is down: the address is one of the core addresses, and other services there "
                        + "answer",
                    "`openstack catalog list -f value -c Name -c Endpoints`: an address of the public block",
                    "leave out a service of the bar because it is down",
                    "phase-08"
                ),
            ],
        };
}
