using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>
/// Near misses from the runbooks beside entries that the index does not have yet: each moves into its entry.
/// </summary>
internal static class NeighbouringNearMisses
{
    public static IReadOnlyList<(string Entry, NearMiss NearMiss)> All { get; } =
    [
        (
            "DOCFIX-021",
            new(
                "a block that is sent over ssh ends early, with an error",
                "a command of the block failed under set -e: a program's exit, and nothing was eaten",
                "the exit code: a block that lost its input ends with 0, and `bash -x` shows the rest as never "
                    + "read",
                "append </dev/null where a question is asked: that one needs the terminal",
                "appendix-A"
            )
        ),
        (
            "DOCFIX-021-artifact",
            new(
                "Unable to load certificate, of a file that was taken from an action",
                "the file is whole and another authority's, or empty",
                "`head -c 27 ca.pem | od -c | head -n 2`: indented or not, when it begins at all",
                "strip blanks by hand: take it from the action's JSON",
                "appendix-A"
            )
        ),
        (
            "D-037",
            new(
                "the conductor ignores [capi_helm], and its arguments are right",
                "the file is not readable for the service, or has another section",
                "`ps -ww -C magnum-conductor -o args`: --config-dir is there, so it is the file",
                "write a systemd drop-in: the init script reads DAEMON_ARGS alone",
                "appendix-A"
            )
        ),
        (
            "L-P6-1",
            new(
                "a flag stands in the unit's text, and the daemon does not act on it",
                "the daemon has it and was not restarted since, or it was never passed",
                "`ps -ww -C magnum-conductor -o lstart,args`: the flag, and when it began",
                "count a string in a unit's file for a proof",
                "appendix-A"
            )
        ),
        (
            "DOCFIX-016",
            new(
                "a maas call is refused",
                "the profile is not logged in, which is no leak",
                $"`maas {MaasProfile} version read`: it answers, or says how to log in",
                "ask with maas list: it prints the key",
                "appendix-A"
            )
        ),
        (
            "DOCFIX-017",
            new(
                "maas whoami is refused",
                "the subcommand does not exist in this MAAS, whoever is logged in",
                $"`maas {MaasProfile} users whoami`: the API's own question answers",
                "take a system id from a document: read machines by their names",
                "appendix-A"
            )
        ),
        (
            "R7",
            new(
                "an image file cannot be opened: Permission denied",
                "the file is root's, as it should be; a file that is not there says No such file",
                $"`sudo -n virsh -c {HypervisorUri} list --all`: it answers, so that the rights suffice",
                "change owner or mode of the image",
                "appendix-A"
            )
        ),
        (
            "R14",
            new(
                "an address of a core service does not answer",
                "its service is down; the address itself is in the planned block",
                "`openstack endpoint list --interface public -f value -c URL`: the address is in the block "
                    + "that the bundle names",
                "move addresses: ask haproxy of that service",
                "appendix-A"
            )
        ),
        (
            "L1",
            new(
                "a block of counts ends in its middle",
                "grep counted 0, which is an answer and an exit code of 1",
                "`grep -c x /dev/null; echo $?`: 0 and 1, which set -e takes for a failure",
                "take the count for an error of the cloud",
                "appendix-A"
            )
        ),
        (
            "L3",
            new(
                "the check of the provider side passes, and a service answers on one side only",
                "the second address of the pair is wrong or held by another; the first is right",
                "`openstack endpoint list --interface internal -f value -c URL`: the internal side, address by "
                    + "address",
                "read the first word of each vip alone",
                "appendix-A"
            )
        ),
        (
            "DOCFIX-006",
            new(
                "vault says that it is initialized, and nobody has the shares",
                "somebody else initialized it and keeps them: ask before anything is lost",
                "`vault operator init -status -address=http://127.0.0.1:8200`, on the vault unit: already "
                    + "initialized",
                "initialise again: the TLS plane goes with it",
                "appendix-A"
            )
        ),
        (
            "DOCFIX-011",
            new(
                "authorize-charm is refused",
                "the token is over, and the parameter has the right name",
                $"`juju actions -m {Model} vault --schema`: token is its name; permission denied is the token",
                "pass a root token, but a short-lived child",
                "appendix-A"
            )
        ),
        (
            "DOCFIX-014",
            new(
                "vault is blocked after authorize-charm",
                "it is sealed, or the authorization failed; Missing CA cert alone is this entry",
                $"`juju status -m {Model} vault --format=json | jq -r "
                    + $"'.applications.vault.units[].\"workload-status\".message'`: the message",
                "deploy it again",
                "appendix-A"
            )
        ),
        (
            "L4",
            new(
                "an unseal is refused",
                "the share was mistyped: it is asked for without being shown",
                "`vault status -address=http://127.0.0.1:8200`, on the vault unit: Unseal Progress did not grow",
                "type the share on the command line: every process list shows it",
                "appendix-A"
            )
        ),
        (
            "L7",
            new(
                "[Errno 2] No such file or directory, of a file that is there",
                "the path is mistyped; the same file under the home is read",
                "`snap list openstackclients; ls -l \"$HOME\"`: the client is a snap, and does not see /tmp",
                "copy the file to another folder outside of the home",
                "appendix-A"
            )
        ),
        (
            "juju-stdin",
            new(
                "juju ssh ends with EOF",
                "the login expired: with /dev/null as input nobody can answer its question",
                "`juju whoami`: it asks for a password, or answers",
                "restart the controller: log in again",
                "appendix-A"
            )
        ),
        (
            "horizon-visibility",
            new(
                "the page of instances is empty",
                "the servers are another project's, which is correct; none at all would be a fault",
                "`openstack server list --all-projects -c Name -c Status`: they are there",
                "make servers anew because a page is empty",
                "appendix-A"
            )
        ),
        (
            "KI-P3-001",
            new(
                "two machines answer for one core address",
                "two units of one application hold it until their cluster has settled; it is nobody's own address",
                $"`juju status -m {Model} --format=json | jq -r '.machines[].\"ip-addresses\"[]'`: the address "
                    + $"is in it only where it is the entry",
                "reserve addresses for a cluster of units that has not settled",
                "appendix-A"
            )
        ),
    ];
}
