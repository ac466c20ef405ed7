using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

/// <summary>Never broken: a cluster older than the deploy is no fault, it only proves nothing.</summary>
public class ClusterIsOfThisDeployTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept("made by this run", () => Judge(Facts.Now.AddHours(-1), true), "by this run"),
            Judged.Kept(
                "found, and younger than the deploy",
                () => Judge(Facts.Now.AddHours(-1), false),
                "this run found it, and did not make it"
            ),
            Judged.Kept("at the very moment", () => Judge(Facts.Now, false)),
            Judged.Unknown(
                "older than the deploy",
                () => Judge(Facts.Now.AddSeconds(1), false),
                says: "it proves nothing about this deploy"
            ),
            Judged.Unknown("no moment of the deploy", () => Judge(null, true)),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(DateTimeOffset? deployed, bool made) =>
        ClusterIsOfThisDeploy.Judge(Facts.Cluster, deployed, made, Facts.Read);
}
