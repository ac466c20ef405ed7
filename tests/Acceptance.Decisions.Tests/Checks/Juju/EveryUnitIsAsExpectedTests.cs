using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Juju;

public class EveryUnitIsAsExpectedTests
{
    private static readonly SiteJuju Site = Facts.Juju with
    {
        Expected = new Dictionary<string, ExpectedState>
        {
            ["*"] = new(),
            ["streams"] = new() { Workload = ["unknown", "active"], Because = "it sets none" },
            ["ovn"] = new() { Messages = ["Unit is ready", "Ready .*"] },
            ["nova"] = new() { Units = 2 },
        },
    };

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "all active and idle",
                () => Judge(Facts.Unit("keystone/0"), Facts.Unit("ha/0", principal: "keystone/0")),
                "1 principals and 1 subordinates (2 units in all)"
            ),
            Judged.Kept(
                "a charm whose normal word is unknown",
                () => Judge(Facts.Unit("streams/0", "unknown")),
                "streams/0 is unknown, which is normal for it"
            ),
            Judged.Broken(
                "unknown where it is not normal",
                () => Judge(Facts.Unit("keystone/0", "unknown")),
                "keystone/0",
                null
            ),
            Judged.Broken(
                "a sealed Vault contains no bad word for grep",
                () => Judge(Facts.Unit("vault/1", "blocked", message: "Unit is sealed")),
                "vault/1",
                "restart-3",
                "vault/1 is blocked (\"Unit is sealed\"), not active"
            ),
            Judged.Broken(
                "a lost agent beside an active workload",
                () => Judge(Facts.Unit("keystone/0", "active", "lost")),
                "keystone/0",
                "restart-1",
                "has an agent that is lost, not idle"
            ),
            Judged.Broken(
                "an agent that executes",
                () => Judge(Facts.Unit("keystone/0", "active", "executing")),
                "keystone/0",
                null
            ),
            Judged.Broken(
                "a unit in error",
                () => Judge(Facts.Unit("keystone/0", "error", message: "hook failed: \"shared-db-relation-broken\"")),
                "keystone/0",
                "stuck-hook"
            ),
            Judged.Broken(
                "a hook that has work to do is not skipped",
                () => Judge(Facts.Unit("vault/0", "error", message: "hook failed: \"config-changed\"")),
                "vault/0",
                null,
                "vault/0 is error (hook failed: \"config-changed\")"
            ),
            Judged.Broken(
                "a database that says how its cluster is",
                () =>
                    Judge(
                        Facts.Unit(
                            "mysql-innodb-cluster/2",
                            "blocked",
                            message: "Cluster is inaccessible from this instance. Please check logs for details."
                        )
                    ),
                "mysql-innodb-cluster/2",
                "mysql-outage"
            ),
            Judged.Broken(
                "a database that says nothing of its cluster",
                () => Judge(Facts.Unit("mysql-innodb-cluster/2", "waiting", message: "Missing relations")),
                "mysql-innodb-cluster/2",
                null
            ),
            Judged.Broken(
                "a Vault that waits for something else",
                () => Judge(Facts.Unit("vault/1", "blocked", message: "Missing CA cert")),
                "vault/1",
                null
            ),
            Judged.Broken(
                "no workload word",
                () => Judge(Facts.Unit("keystone/0", "")),
                "keystone/0",
                null,
                "says nothing of its workload"
            ),
            Judged.Broken(
                "no agent word",
                () => Judge(Facts.Unit("keystone/0", "active", "")),
                "keystone/0",
                null,
                "says nothing of its agent"
            ),
            Judged.Broken(
                "a subordinate is blocked",
                () => Judge(Facts.Unit("keystone/0"), Facts.Unit("ha/0", "blocked", principal: "keystone/0")),
                "ha/0",
                null
            ),
            Judged.Broken(
                "active, and what was upgraded waits",
                () => Judge(Facts.Unit("ovn/0", message: "Services queued for restart")),
                "ovn/0",
                null,
                "is active (\"Services queued for restart\"): what was upgraded does not run yet"
            ),
            Judged.Broken(
                "active, but with another message",
                () => Judge(Facts.Unit("ovn/0", message: "Something else")),
                "ovn/0",
                null,
                "none of the messages the site calls normal"
            ),
            Judged.Broken(
                "a message that only contains the normal one",
                () => Judge(Facts.Unit("ovn/0", message: "Unit is ready not")),
                "ovn/0",
                null
            ),
            Judged.Kept("the second of two messages", () => Judge(Facts.Unit("ovn/0", message: "Ready or not")), null),
            Judged.Unknown("no units", () => Judge()),
            Judged.Kept(
                "as many as the site counts",
                () => Counts(Facts.Unit("nova/0"), Facts.Unit("nova/1"), Facts.Unit("ovn/0"), Facts.Unit("streams/0"))
            ),
            Judged.Broken(
                "one too few",
                () => Counts(Facts.Unit("nova/0"), Facts.Unit("ovn/0"), Facts.Unit("streams/0")),
                "nova",
                null,
                "nova has 1 principal units, the site counts 2"
            ),
            Judged.Broken(
                "an application is missing",
                () => Counts(Facts.Unit("nova/0"), Facts.Unit("nova/1"), Facts.Unit("ovn/0")),
                "streams",
                null,
                "the application streams is not in the model"
            ),
            Judged.Broken(
                "an application without a unit",
                () =>
                    EveryUnitIsAsExpected.JudgeCounts(
                        Facts.Model() with
                        {
                            Applications = [new("bare", "bare", 0, [])],
                        },
                        Facts.Juju,
                        Facts.Read
                    ),
                "bare",
                null,
                "bare has no unit"
            ),
            Judged.Unknown(
                "no applications",
                () => EveryUnitIsAsExpected.JudgeCounts(Facts.Model(), Facts.Juju, Facts.Read)
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void Without_a_table_active_and_idle_are_the_usual() =>
        EveryUnitIsAsExpected
            .Judge(
                Facts.Model(Facts.Unit("a/0", "blocked")),
                Facts.Juju with
                {
                    Expected = new Dictionary<string, ExpectedState>(),
                },
                Facts.Read
            )
            .Word.Should()
            .Be("broken");

    [Test]
    public void A_site_that_calls_its_Vault_otherwise_is_routed_all_the_same() =>
        EveryUnitIsAsExpected
            .Judge(
                Facts.Model(Facts.Unit("secrets/0", "blocked", message: "Unit is sealed")),
                Facts.Juju with
                {
                    Roles = new Dictionary<string, string> { ["vault"] = "secrets" },
                },
                Facts.Read
            )
            .RoutesTo.Should()
            .Be("restart-3");

    /// <summary>
    /// Whatever the model: kept only when each unit says what is normal, and each that does not is named.
    /// </summary>
    [TestCaseSource(typeof(Seeds), nameof(Seeds.All))]
    public void Every_odd_unit_is_named_and_no_other(int seed)
    {
        var random = new Random(seed);
        var units = Enumerable
            .Range(0, random.Next(1, 20))
            .Select(index =>
                random.Next(4) == 0
                    ? Facts.Unit(
                        $"odd-{index}/0",
                        random.OneOf("active", "blocked", "waiting", "", "Active", "active "),
                        random.OneOf("lost", "executing", "", "failed")
                    )
                    : Facts.Unit($"even-{index}/0")
            )
            .ToArray();
        var odd = units
            .Where(unit => unit.Name.StartsWith("odd", StringComparison.Ordinal))
            .Select(unit => unit.Name)
            .ToArray();
        var verdict = EveryUnitIsAsExpected.Judge(Facts.Model(units), Facts.Juju, Facts.Read);
        ((verdict as Verdict.Broken)?.Findings.Select(finding => finding.Victim) ?? []).Should().Equal(odd);
        verdict.Passes.Should().Be(odd.Length == 0);
    }

    private static Verdict Judge(params JujuUnit[] units) =>
        EveryUnitIsAsExpected.Judge(Facts.Model(units), Site, Facts.Read);

    private static Verdict Counts(params JujuUnit[] units) =>
        EveryUnitIsAsExpected.JudgeCounts(Facts.Model(units), Site, Facts.Read);
}
