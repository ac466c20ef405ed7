using static Acceptance.Decisions.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>Entries of the bar itself, and of the ways of working that its questions rely on: what to do when one of them is red and no fault of a layer explains it.</summary>
internal static class BarIssues
{
    public static IReadOnlyList<KnownIssue> All { get; } =
    [
        new(
            "D-011.4",
            "a Service does not balance, or leaves something behind",
            KnownIssueKind.Fault,
            "octavia",
            "phase-08, D-011.4",
            "a member or an endpoint of the Service is missing, or the cloud controller did not finish its teardown",
            [
                new(
                    "`kubectl get endpointslices` beside `openstack loadbalancer member list POOL`: each pod once, each member ONLINE",
                    Observe
                ),
                new(
                    "what is left of {victim} after its teardown: `openstack loadbalancer delete --cascade` by its exact id, then its floating IP",
                    Destroy
                ),
            ],
            "ten visitors meet both pods, and nothing of the Service is left"
        ),
        new(
            "D-011.7",
            "the snapshot baseline is missing, or out of order",
            KnownIssueKind.Fault,
            "jumphost",
            "phase-08, D-011.7 (D-012)",
            "a snapshot was not taken on every disk, or before what it should come after",
            [
                new(
                    "`sudo -n qemu-img info -U --output=json DISK` of {victim}: which snapshots it has, and when they were taken",
                    Observe
                ),
                new(
                    "take the missing one on every disk of every host with the guests shut down in order; a baseline that came too late is a waiver with an owner and a date",
                    Mutate
                ),
            ],
            "deploy < Snapshot 1 < first tenant resource < Snapshot 2 on every disk"
        ),
        new(
            "D-011.8",
            "tenant name resolution is not proven",
            KnownIssueKind.Fault,
            "keystone",
            "phase-08, D-011.8 (D-019)",
            "Designate is deferred; a catalog that offers a DNS service contradicts the deferral",
            [new("renew the waiver in the site with owner, reason and date, or prove the zones and drop it", Observe)],
            "the waiver is in date and the catalog has no DNS service"
        ),
        new(
            "D-035",
            "a machine inside the cloud does not reach the public addresses",
            KnownIssueKind.Fault,
            "mgmt-vm",
            "appendix-A, Networking / pod egress; phase-08, D-011.3",
            "replies leave by another interface than the questions came in (a machine with two homes), or the router to the provider network is down",
            [
                new("on {victim}: `ip -br addr` and `ip route get ADDRESS`: one interface, one way out", Observe),
                new("`openstack router show` of its router: ACTIVE, with an external gateway", Observe),
            ],
            "port and service answer from inside the machine"
        ),
        new(
            "DOCFIX-034",
            "a project id was taken from a document",
            KnownIssueKind.Trap,
            "keystone",
            "phase-08, capi-mgmt-scoped preamble",
            "ids are minted anew at every rebuild; the one written down belongs to a cloud that is gone",
            [new("`openstack project show {victim} --domain DOMAIN -f value -c id`, as admin, at each use", Observe)],
            "the token's project is the one that the name resolves to today"
        ),
        new(
            "DOCFIX-039",
            "an endpoint of the catalog is nobody's: neither asked nor left out",
            KnownIssueKind.LookAlike,
            "vips",
            "phase-08, D-011.2",
            "a service registered an address to which the jumphost has no route, as the simplestreams mirror does, or is new",
            [
                new(
                    "name {victim} in the site: under endpoints with the codes it may answer, or under outOfScope with the reason",
                    Observe
                ),
            ],
            "every public endpoint is asked, or left out with a reason"
        ),
        new(
            "scope-hygiene",
            "a scope leaked from one call into the next",
            KnownIssueKind.Trap,
            "jumphost",
            "phase-08, scope preambles",
            "OS_ variables of an earlier openrc are still exported, or a token was asked for another project",
            [
                new(
                    "unset every OS_ variable that `env | grep OS_` shows, then source the openrc that is meant, in a shell of its own",
                    Observe
                ),
            ],
            "programs inherit no OS_ variable, each token is for the project that was asked"
        ),
    ];
}
