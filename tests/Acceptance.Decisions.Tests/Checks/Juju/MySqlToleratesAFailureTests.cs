using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Juju;

public class MySqlToleratesAFailureTests
{
    private const string Writes = "Unit is ready: Mode: R/W, Cluster is ONLINE and can tolerate up to ONE failure.";

    private const string Reads = "Unit is ready: Mode: R/O, Cluster is ONLINE and can tolerate up to ONE failure.";

    private const string Degraded =
        "Unit is ready: Mode: R/O, Cluster is NOT tolerant to any failures. 1 member is not active.";

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "one writes, two read",
                () => Judge(Reads, Writes, Reads),
                "3 members tolerate a failure, mysql-innodb-cluster/1 writes"
            ),
            Judged.Kept(
                "five members",
                () => Judge(Writes.Replace("ONE failure", "2 failures", StringComparison.Ordinal))
            ),
            Judged.Broken(
                "degraded, and active in Juju",
                () => Judge(Writes, Degraded, Degraded),
                "mysql-innodb-cluster/1",
                "mysql-outage",
                Degraded
            ),
            Judged.Broken(
                "ONLINE alone is not the whole message",
                () => Judge(Writes, "Cluster is ONLINE"),
                "mysql-innodb-cluster/1",
                "mysql-outage"
            ),
            Judged.Broken(
                "more behind the message",
                () => Judge(Writes + " but", Reads),
                "mysql-innodb-cluster/0",
                "mysql-outage"
            ),
            Judged.Broken(
                "tolerates none",
                () => Judge(Writes.Replace("ONE failure", "0 failures", StringComparison.Ordinal)),
                "mysql-innodb-cluster/0",
                "mysql-outage"
            ),
            Judged.Broken(
                "nobody writes",
                () => Judge(Reads, Reads),
                "mysql-innodb-cluster/0",
                "mysql-outage",
                "no member says that it writes"
            ),
            Judged.Broken(
                "two write",
                () => Judge(Writes, Writes, Reads),
                "mysql-innodb-cluster/0",
                "mysql-outage",
                "2 members say that they write"
            ),
            Judged.Broken(
                "a message about something else",
                () => Judge(Writes, "hook failed: \"update-status\""),
                "mysql-innodb-cluster/1",
                null
            ),
            Judged.Broken("an empty message", () => Judge(Writes, ""), "mysql-innodb-cluster/1", null),
            Judged.Unknown("no member was seen", () => Judge()),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void Units_of_other_applications_are_not_asked() =>
        MySqlToleratesAFailure
            .Judge(
                Facts.Model(
                    Facts.Unit("mysql-innodb-cluster/0", message: Writes),
                    Facts.Unit("keystone-mysql-router/0", message: "Unit is ready")
                ),
                Facts.Juju,
                Facts.Read
            )
            .Word.Should()
            .Be("kept");

    private static Verdict Judge(params string[] messages) =>
        MySqlToleratesAFailure.Judge(
            Facts.Model([
                .. messages.Select((message, index) => Facts.Unit($"mysql-innodb-cluster/{index}", message: message)),
            ]),
            Facts.Juju,
            Facts.Read
        );
}
