using Acceptance.Decisions.Checks.Juju;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class MysqlOutage
{
    public const string Id = "mysql-outage";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["mysql-degraded"],
            Kind = KnownIssueKind.Fault,
            Title = "the MySQL InnoDB cluster is degraded or out",
            Heading = "ops-restart-procedure, stage 2 (FACTS 0.4, 0.5)",
            Phases = ["restart"],
            Rung = "mysql",
            Symptom =
                "a unit does not say that the cluster is ONLINE and can tolerate a failure, or not exactly "
                + "one reads Mode: R/W; juju stays active",
            SeenBy = [MySqlToleratesAFailure.Check],
            FastConfirm = $"`juju run -m {Model} {MySql}/leader cluster-status`: a member that is not ONLINE",
            Shows = "\"status\":\\s*\"(?!ONLINE\"|OK)|GR is not active",
            Cause = "a member left the group; juju stays active because the status text still contains OK",
            Explains = [Restart3.Id],
            Consequences = [.. Follows.Seen(Id, "every member says that it is ONLINE", EveryUnitIsAsExpected.States)],
            Fix =
            [
                new(
                    $"degraded: `ADDRESS=$(juju run -m {Model} {MySql}/leader cluster-status --format json | jq -r "
                        + $"'.[].results[\"cluster-status\"] | fromjson | .defaultReplicaSet.topology[] "
                        + $"| select(.status != \"ONLINE\") | .address' | head -n 1 | cut -d: -f1); "
                        + $"juju run -m {Model} {MySql}/leader rejoin-instance address=\"$ADDRESS\"`: "
                        + $"the member that is not ONLINE",
                    Mutate
                )
                {
                    Cures = ["mysql-degraded"],
                },
                new(
                    // Silence of juju is no outage: what it did not say stops the line, too.
                    $"only when all units are inaccessible and all their mysqld run (it stops by itself where a unit "
                        + $"is ready): `said=$(juju status -m {Model} {MySql}) && ! grep 'Unit is ready' <<<\"$said\" "
                        + $"&& juju run -m {Model} {MySql}/leader reboot-cluster-from-complete-outage`",
                    Destroy
                )
                {
                    Cures = ["mysql-out"],
                },
            ],
            DoNots = ["never reboot-cluster while a member is ONLINE: it rewrites the topology"],
            // A shell of 8.0.25 does it; one of 8.0.45 says that the cluster is ONLINE (FACTS 0.6).
            Warned = new(
                $"`juju run -m {Model} {MySql}/leader reboot-cluster-from-complete-outage`",
                MySqlToleratesAFailure.Check
            ),
            Proof = "every unit says that the cluster can tolerate a failure, exactly one reads R/W",
            Faults = ["mysql-degraded", "mysql-out"],
            NearMisses =
            [
                new(
                    "one member cannot rejoin, the others are ONLINE",
                    "its server_uuid changed, after a restore say, and the cluster's metadata knows the old one",
                    $"`juju run -m {Model} {MySql}/leader cluster-status`: one member alone is missing, and it "
                        + $"is another server_uuid than its own",
                    "reboot the cluster from complete outage: that member is removed and added anew",
                    "N76"
                ),
                new(
                    "add-instance fails: Could not open connection, Host is not allowed to connect to this "
                        + "MySQL server",
                    "the access lists between the units are not complete (LP #2039444)",
                    $"`juju run -m {Model} {MySql}/leader cluster-status`: the other members are ONLINE; the "
                        + $"refusal stands in the charm's log",
                    "run the outage's action: renew the access lists",
                    "N78"
                ),
            ],
        };
}
