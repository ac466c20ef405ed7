using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterLifecycle;

public static class LbFailover
{
    public const string Id = "LB-failover";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "LB stuck provisioning_status=ERROR after a host event",
            Heading = "appendix-A, Cluster lifecycle / Octavia",
            Phases = ["phase-08"],
            Rung = "octavia",
            Symptom =
                "the kube-api Octavia LB shows operating_status ONLINE but provisioning_status ERROR after a "
                + "host outage/OOM",
            SeenBy = [LoadBalancersServe.Check],
            FastConfirm =
                $"`openstack loadbalancer show {Victim} -c provisioning_status -c operating_status`: ERROR and "
                + $"ONLINE",
            Shows = @"^\| provisioning_status\s*\| ERROR",
            Cause = "a control-plane operation on the amphora failed during the event; the data path still serves",
            Consequences =
            [
                .. Follows.Red(
                    "Cluster API waits for something else than the load balancer",
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check
                ),
            ],
            Fix =
            [
                new("ask Placement for the room of one amphora first (amphora-headroom)", Observe),
                new(
                    $"admin scope: `openstack loadbalancer failover {Victim}`, one at a time; watch ERROR, "
                        + $"PENDING_UPDATE, ACTIVE (~100 s)",
                    Mutate
                ),
            ],
            Proof = "provisioning ACTIVE, operating ONLINE, VIP and floating IP unchanged",
            Faults = ["LB-failover"],
            NearMisses =
            [
                new(
                    "a load balancer stays in PENDING_UPDATE when its cluster is deleted, older clusters only",
                    "the amphora's server certificate is over, because housekeeping did not rotate it: the "
                        + "control plane alone is cut off",
                    $"`for AMPHORA in $(openstack loadbalancer amphora list --loadbalancer {Victim} -f value -c "
                        + $"id); do openstack loadbalancer amphora show \"$AMPHORA\" -c cert_expiration -c status; "
                        + $"done`: cert_expiration has passed, and status is still ALLOCATED",
                    "fail over while it is pending (409), nor wait for it: mend the rotation first, then fail "
                        + "over one by one",
                    "N01"
                )
                {
                    IsRead = true,
                },
                new(
                    "a create or a failover ends in ERROR and now and then a retry works; octavia's worker "
                        + "logs: Multiple possible networks found, use a Network ID to be more specific (409)",
                    "amp_boot_network_list is empty on one of the control nodes, so that its amphorae are "
                        + "booted without a network",
                    "on each octavia unit: `grep -E '^amp_(boot_network|secgroup)_list' "
                        + "/etc/octavia/octavia.conf`: one unit has no value, and Nova logs no NoValidHost",
                    "retry until it works, nor make memory free: set the list on that unit",
                    "N04"
                ),
                new(
                    "the kube-api load balancer reads operating_status ERROR after the only control-plane node "
                        + "came back",
                    "the pool's one member is down and looks for its own API through the balancer",
                    $"`openstack loadbalancer show {Victim} -c provisioning_status -c operating_status`: "
                        + $"operating_status is ERROR, and provisioning_status is not",
                    "fail over: the amphora does what it should; mend kube-apiserver on the node",
                    "N08"
                )
                {
                    IsRead = true,
                },
                new(
                    "the balancer of a Service stops after weeks, operating_status ERROR, while NodePort and "
                        + "health port answer",
                    "the members' monitor_port was lost when the cloud controller updated them",
                    $"`for POOL in $(openstack loadbalancer pool list --loadbalancer {Victim} -f value -c id); "
                        + $"do openstack loadbalancer member list \"$POOL\"; done`, then `openstack loadbalancer "
                        + $"member show` of each: monitor_port is None while the Service has a health check NodePort",
                    "fail over: the new amphora gets the same configuration; set the port and upgrade the "
                        + "controller",
                    "N09"
                )
                {
                    IsRead = true,
                },
                new(
                    "failover and the amphora commands answer 403 to a token of the admin project",
                    "Octavia's policy wants the role load-balancer_admin or a system scope; project admin is "
                        + "not enough",
                    "`openstack role assignment list --user admin --names`: no load-balancer_admin",
                    "look for another project: it is the role or the policy",
                    "N11"
                ),
                new(
                    "the host of the only amphora of a kube-api balancer is lost for good",
                    "the entry, in its hardest form: a STANDALONE amphora has no second one",
                    $"`SERVER=$(openstack loadbalancer amphora list --loadbalancer {Victim} -f value -c "
                        + $"compute_id); openstack server show \"$SERVER\" -c OS-EXT-SRV-ATTR:host -c status`, as "
                        + $"admin: a host that does not come back",
                    "delete the balancer with --cascade while a failover is possible: the failover keeps "
                        + "address and floating IP, the delete makes them anew",
                    "N12"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "Octavia's API was away (is not active after timeout: Gateway Timeout) and is back, the "
                        + "balancer is ACTIVE, and the Cluster stays Failed",
                    "a failure that an older CAPO stored in failureMessage; Cluster API takes no Failed back",
                    "`kubectl get openstackcluster --all-namespaces -o yaml`: ready is true, and "
                        + "failureMessage is older than the recovery",
                    "fail over: conditions clear themselves, a stored failureMessage does not",
                    "N29"
                )
                {
                    IsRead = true,
                },
                new(
                    "every create, update and delete of a balancer times out, while traffic and heartbeats are fine",
                    "amphora certificates last 30 days by default, and a cloud that "
                        + "rested longer comes back with old ones",
                    "`for AMPHORA in $(openstack loadbalancer amphora list -f value -c id); do openstack "
                        + "loadbalancer amphora show \"$AMPHORA\" -c id -c cert_expiration -c status; done`: "
                        + "cert_expiration has passed",
                    "trust ALLOCATED and ONLINE: the heartbeat is signed with another key",
                    "N02"
                ),
            ],
        };
}
