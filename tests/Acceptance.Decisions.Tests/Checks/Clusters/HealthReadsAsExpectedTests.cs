using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class HealthReadsAsExpectedTests
{
    private static readonly MagnumCluster Cosmetic = Facts.Cluster with
    {
        Health = ClusterHealthStatus.Unhealthy,
        HealthReason = new Dictionary<string, State<ComponentHealth>>
        {
            ["infrastructure"] = ComponentHealth.InfrastructureNotFound,
            ["kubeadmcontrolplane"] = ComponentHealth.Ready,
        },
    };

    public static Judged[] Cases =>
        [
            Judged.Kept("healthy", () => Judge(Facts.Cluster, Driver("1.4.0"))),
            Judged.Kept(
                "the cosmetic reason of driver 1.3.0",
                () => Judge(Cosmetic, Driver("1.3.0")),
                "known good in operations and no acceptance (D-042)"
            ),
            Judged.Broken(
                "the same reason with driver 1.4.0",
                () => Judge(Cosmetic, Driver("1.4.0")),
                "magnum/0",
                "D-042",
                "magnum/0 has 1.4.0"
            ),
            Judged.Broken(
                "an empty reason",
                () =>
                    Judge(
                        Cosmetic with
                        {
                            HealthReason = new Dictionary<string, State<ComponentHealth>>(),
                        },
                        Driver("1.3.0")
                    ),
                "mgmt",
                null,
                "without a reason"
            ),
            Judged.Unknown(
                "a driver that nobody told",
                () => Judge(Cosmetic, Facts.Answers(Facts.Says("magnum/0", "")))
            ),
            Judged.Unknown(
                "conductors unread",
                () => Judge(Cosmetic, Facts.Unread<UnitAnswers>(Unreadable.TimedOut)),
                says: "it was not read"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static UnitAnswers Driver(string version) =>
        Facts.Answers(Facts.Says("magnum/0", $"Name: magnum-capi-helm\nVersion: {version}\n"));

    private static Verdict Judge(MagnumCluster cluster, UnitAnswers conductors) =>
        Judge(cluster, Facts.Seen(conductors));

    private static Verdict Judge(MagnumCluster cluster, Reading<UnitAnswers> conductors) =>
        HealthReadsAsExpected.Check.Judge(
            Facts.Sheet(
                (MagnumFacts.Cluster, Facts.Seen(cluster)),
                (UnitFacts.Conductors, conductors),
                (JujuFacts.Model, Facts.Seen(Facts.Model(Facts.Unit("magnum/0"))))
            )
        );
}
