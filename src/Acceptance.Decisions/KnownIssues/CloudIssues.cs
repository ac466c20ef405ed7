using static Acceptance.Decisions.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>Entries of the OpenStack services: identity, compute, images, load balancing.</summary>
internal static class CloudIssues
{
    public static IReadOnlyList<KnownIssue> All { get; } =
    [
        new(
            "DOCFIX-022",
            "discover the admin project; do not hardcode it",
            KnownIssueKind.Fault,
            "keystone",
            "appendix-A, Identity / openrc",
            "the credential is good, the scope is wrong: the openrc names a project that the user cannot scope to",
            [
                new(
                    "in the openrc set OS_PROJECT_NAME, now {victim}, to a project that the user may scope to (`openstack project list` with an unscoped token names them)",
                    Observe
                ),
            ],
            "Keystone issues a scoped token"
        ),
        new(
            "D-040",
            "host OOM from low reserved-host-memory",
            KnownIssueKind.Fault,
            "hypervisors",
            "appendix-A, Hyperconverged host / mgmt-VM resilience",
            "the default reserve of 512 MB does not cover the services beside the guests, so Nova over-commits real memory",
            [
                new(
                    "`juju config nova-compute reserved-host-memory=MB`, MB as the site has it, then read nova.conf on {victim} again",
                    Mutate
                ),
            ],
            "nova.conf on every compute unit reserves the site's figure"
        ),
        new(
            "hypervisor-down",
            "hypervisor down while juju is green",
            KnownIssueKind.Fault,
            "hypervisors",
            "ops-restart-procedure, quick reference",
            "nova-compute lost its message queue or died; juju does not see it",
            [new("on {victim}: `sudo systemctl restart nova-compute`; look again in 60 s", Mutate)],
            "the hypervisor reads up"
        ),
        new(
            "D-011.4-blip",
            "the API pauses too long while its amphora is replaced",
            KnownIssueKind.Fault,
            "octavia",
            "phase-08, D-011.4 (a single STANDALONE amphora: a brief blip)",
            "the replacement of a STANDALONE amphora kept the data path dark beyond the budget",
            [
                new(
                    "`openstack loadbalancer amphora list --loadbalancer {victim}` and `openstack server event list` of its server: where the time went",
                    Observe
                ),
                new(
                    "a cloud whose amphorae need longer: its own budget `failover blip` in the site, with the word of who answers for it",
                    Observe
                ),
            ],
            "a failover in calm pauses the API within the budget"
        ),
        new(
            "LB-failover",
            "LB stuck provisioning_status=ERROR after a host event",
            KnownIssueKind.Fault,
            "octavia",
            "appendix-A, Cluster lifecycle / Octavia",
            "a control-plane operation on the amphora failed during the event; the data path still serves",
            [
                new("ask Placement for the room of one amphora first (amphora-headroom)", Observe),
                new(
                    "admin scope: `openstack loadbalancer failover {victim}`, one at a time; watch ERROR, PENDING_UPDATE, ACTIVE (~100 s)",
                    Mutate
                ),
            ],
            "provisioning ACTIVE, operating ONLINE, VIP and floating IP unchanged"
        ),
        new(
            "amphora-headroom",
            "failover requires +1 amphora placement headroom",
            KnownIssueKind.Fault,
            "octavia",
            "appendix-A, addendum; ops-capi-recovery 5b (FACTS 0.16)",
            "a STANDALONE failover builds the replacement before it reaps the old one; no host has room for it",
            [
                new("sweep orphaned amphorae by server id (amphora-orphan); each frees one slot", Destroy),
                new("or delete or shelve-offload a server that is not needed (powering it off frees nothing)", Destroy),
                new("do not retry the failover against NoValidHost: each attempt leaves another zombie", Observe),
            ],
            "Placement names a host that takes one amphora"
        ),
        new(
            "amphora-orphan",
            "amphora servers without an Octavia row",
            KnownIssueKind.Fault,
            "octavia",
            "appendix-A, addendum; ops-capi-recovery 5a",
            "failed failovers leave servers that Octavia does not know",
            [
                new(
                    "verify that the id is absent from the amphora list, then delete the server {victim} by id in admin scope",
                    Destroy
                ),
            ],
            "every amphora server has its row"
        ),
        new(
            "image-staging",
            "the kube image cannot be staged from its publisher",
            KnownIssueKind.Fault,
            "magnum",
            "phase-08 8.0 (seed it by stage-and-verify); appendix-A, Image seeding",
            "the publisher's site does not answer the jumphost, breaks off, or sends a file whose digest is not the published one; nothing was imported",
            [
                new(
                    "on the jumphost: `curl -fI https://{victim}/`; a proxy, a firewall or the publisher itself is in the way",
                    Observe
                ),
                new(
                    "or fetch the file elsewhere, verify its sha512, and seed it: `openstack image create --file FILE --import` with the properties of phase-08 8.0",
                    Mutate
                ),
            ],
            "the image is active and carries its properties"
        ),
        new(
            "FINDING-3",
            "the image CDN refuses glance's web-download",
            KnownIssueKind.Fault,
            "magnum",
            "appendix-A, Image seeding",
            "glance fetches with urllib, the CDN answers 403 to it, and the image hangs in queued",
            [
                new(
                    "the queued remnant: `openstack image list --status queued` first; only if {victim} is listed: `openstack image delete {victim}`",
                    Mutate
                ),
                new(
                    "no active image of that name: stage the file with its digest verified, then create with --file --import",
                    Mutate
                ),
            ],
            "one image bears the name, it is active and carries its properties"
        ),
        new(
            "L-P6-3",
            "k8s version comes from the image, not a template label",
            KnownIssueKind.Fault,
            "magnum",
            "appendix-A, Magnum conductor (FACTS 0.22)",
            "the image lacks kube_version or os_distro, or its kube_version is not the one in its name",
            [
                new(
                    "`openstack image set --property kube_version=VERSION --property os_distro=ubuntu {victim}`, VERSION as in the image's name",
                    Mutate
                ),
            ],
            "both properties read right"
        ),
        new(
            "DOCFIX-038",
            "the management FIP is per rebuild",
            KnownIssueKind.Fault,
            "mgmt-vm",
            "phase-08 D-011.3",
            "the net.env of an earlier rebuild names a floating IP that is none of this cloud's",
            [
                new(
                    "on the jumphost, write the floating IP that the management VM has today into {victim}: a line MGMT_FIP=ADDRESS",
                    Mutate
                ),
            ],
            "the file's address is the VM's floating IP"
        ),
    ];
}
