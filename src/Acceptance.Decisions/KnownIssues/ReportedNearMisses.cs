using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>
/// Near misses from public reports beside entries that the index does not have yet: each moves into its entry.
/// </summary>
internal static class ReportedNearMisses
{
    public static IReadOnlyList<(string Entry, NearMiss NearMiss)> All { get; } =
    [
        (
            "amphora-certs",
            new(
                "every create, update and delete of a balancer times out, while traffic and heartbeats are fine",
                "the entry in other words: amphora certificates last 30 days by default, and a cloud that "
                    + "rested longer comes back with old ones",
                "`for AMPHORA in $(openstack loadbalancer amphora list -f value -c id); do openstack "
                    + "loadbalancer amphora show \"$AMPHORA\" -c id -c cert_expiration -c status; done`: "
                    + "cert_expiration has passed",
                "trust ALLOCATED and ONLINE: the heartbeat is signed with another key",
                "N02"
            )
        ),
        (
            "octavia-configure-resources",
            new(
                "o-hm0 has no address, and gets none",
                "the container is not told its full name (LP #1896630), so that its chassis and its port disagree",
                "on the octavia unit: `ip -br address show o-hm0; hostname -f`: still none some update-status "
                    + "rounds after the action, and no full name",
                "wait longer or run the action again: compare the name with the chassis and the port binding",
                "N14"
            )
        ),
        (
            "DOCFIX-018",
            new(
                "CAPO: x509: certificate signed by unknown authority, and the same address verifies on the "
                    + "jumphost",
                "the authority that the jumphost knows is not in the cluster's cloud secret",
                "`kubectl get secrets --all-namespaces -o json | jq -r '.items[] | "
                    + "select(.data.\"clouds.yaml\") | [.metadata.namespace, .metadata.name, (.data | "
                    + "has(\"cacert\"))] | @tsv'`: no key cacert",
                "write verify: false: put the authority into the secret",
                "N33"
            )
        ),
        (
            "parked-state",
            new(
                "a create fails at once: 401 Unauthorized from the management API",
                "the API is up and refuses the conductor's credential",
                $"`for FILE in {ManagementKubeconfig}; do kubectl --kubeconfig \"$FILE\" config view --raw -o "
                    + $"jsonpath='{{.users[0].user.client-certificate-data}}' | base64 -d | openssl x509 -noout "
                    + $"-enddate; done`: the date has passed; 401 is an answer",
                "start the VM or wait: renew the kubeconfig",
                "N44"
            )
        ),
        (
            "parked-state",
            new(
                "a cluster is CREATE_COMPLETE, its health_status None, and the management side is up",
                "a driver that does not fill the field yet",
                "`openstack coe cluster list -c name -c status -c health_status`: None with an empty reason, "
                    + "and nothing UNHEALTHY",
                "start the VM: None is not known, and not parked",
                "N112"
            )
        ),
        (
            "R3",
            new(
                "since ha_enabled was set to true every vault unit is standby",
                "high availability was turned on for a store that was made without it",
                "`vault status -address=http://127.0.0.1:8200`, on the vault units: Storage Type mysql, HA "
                    + "Enabled true, and no active node",
                "keep it: ha_enabled goes back to false",
                "N70"
            )
        ),
        (
            "R15",
            new(
                "nodes take an unexpected resolver or gateway",
                "a second DHCP server answers on that network",
                "`sudo tcpdump -c 4 -n -e -vv port 67 or port 68`: offers of two addresses, one of them not "
                    + "the rack's",
                "take it for harmless, as this entry is: stop the other server",
                "N98"
            )
        ),
        (
            "web-download",
            new(
                "images hang in queued during an import, of more than one publisher",
                "the entry as other operators met it: an import that no longer moves",
                "`openstack image list --status queued --long -c ID -c Name -c Properties`: how old each record is",
                "delete by name: the exact id, then again",
                "N103"
            )
        ),
        (
            "DOCFIX-035",
            new(
                "the conductor: FileNotFoundError: No such file or directory: 'helm', for clusters with "
                    + "auto_scaling_enabled alone",
                "the entry in other words, for a driver that needs helm for its autoscaler only",
                "`env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c 'command -v helm'`, on the conductor: nothing",
                "call helm well because other clusters are made",
                "N108"
            )
        ),
        (
            "DOCFIX-035",
            new(
                "helm runs and says: Kubernetes cluster unreachable, http://localhost:8080/version, connection "
                    + "refused",
                "helm was found and has no kubeconfig in the service's own environment",
                "localhost:8080 is what helm asks without a kubeconfig; `grep -rn kubeconfig_file "
                    + "/etc/magnum/`, on the conductor",
                "make the symlink or look at the management VM: kubeconfig_file of [capi_helm], and whether "
                    + "that file is read (D-037)",
                "N109"
            )
        ),
    ];
}
