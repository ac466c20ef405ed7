using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Juju;

public class EveryMachineIsStartedTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "machines and containers started",
                () => Judge(2, Facts.Machine("0"), Facts.Machine("1"), Facts.Machine("0/lxd/0")),
                "2 machines and 1 containers"
            ),
            Judged.Broken(
                "a machine is down",
                () => Judge(null, Facts.Machine("0"), Facts.Machine("1", "down")),
                "1",
                "restart-1",
                "machine 1 (instance-1) has an agent that is down"
            ),
            Judged.Broken(
                "a container is down",
                () => Judge(null, Facts.Machine("0"), Facts.Machine("0/lxd/3", "down")),
                "0/lxd/3",
                "restart-1",
                "container 0/lxd/3"
            ),
            Judged.Broken(
                "a nested container is pending",
                () => Judge(null, Facts.Machine("0"), Facts.Machine("0/lxd/3/lxd/0", "pending")),
                "0/lxd/3/lxd/0",
                null
            ),
            Judged.Broken(
                "a host is down while a container on it is started: only its agent has lost the controller",
                () => Judge(null, Facts.Machine("1", "down"), Facts.Machine("1/lxd/0") with { Host = "1" }),
                "1",
                null,
                "1/lxd/0 on it is started: the host lives, and its agent has lost the controller"
            ),
            Judged.Broken(
                "a host is down with all that lives on it",
                () => Judge(null, Facts.Machine("1", "down"), Facts.Machine("1/lxd/0", "down") with { Host = "1" }),
                "1",
                "restart-1"
            ),
            Judged.Broken("one that goes", () => Judge(null, Facts.Machine("0", "stopped")), "0", null),
            Judged.Broken(
                "an agent of which nothing is said",
                () => Judge(null, Facts.Machine("0", "")),
                "0",
                null,
                "says nothing of its agent"
            ),
            Judged.Broken(
                "a machine is missing",
                () => Judge(2, Facts.Machine("0"), Facts.Machine("0/lxd/0")),
                "the model",
                null,
                "1 machines were seen, the site counts 2"
            ),
            Judged.Broken(
                "a machine too many",
                () => Judge(1, Facts.Machine("0"), Facts.Machine("1")),
                "the model",
                null
            ),
            Judged.Unknown("an empty model", () => Judge(null)),
            Judged.Unknown("containers only", () => Judge(null, Facts.Machine("0/lxd/0"))),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void The_moment_it_was_lost_is_told() =>
        Judge(null, Facts.Machine("0", "down") with { Since = Facts.Now })
            .Sentence.ToString()
            .Should()
            .EndWith("since 2026-11-04 22:10 UTC");

    private static Verdict Judge(int? expected, params JujuMachine[] machines) =>
        EveryMachineIsStarted.Judge(
            Facts.Model() with
            {
                Machines = machines,
            },
            Facts.Juju with
            {
                Machines = expected,
            },
            Facts.Read
        );
}
