using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class PodReachesTheVipTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept("it completed", () => Judge("Succeeded"), "a pod on mgmt opens 192.0.2.50:5000"),
            Judged.Broken("it hangs", () => Judge("Running"), "mgmt", "D-035", "that hangs: it never completes"),
            Judged.Broken(
                "it failed at once, as with connect: operation not permitted",
                () => Judge("Failed"),
                "mgmt",
                null,
                "and did not hang"
            ),
            Judged.Unknown("it never started", () => Judge("Pending"), says: "is Pending"),
            Judged.Unknown("its node is not heard from", () => Judge("Unknown")),
            Judged.Unknown("a word that nobody knows", () => Judge("Fine")),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(string phase) =>
        PodReachesTheVip.Judge(Facts.Pod("acceptance-pod-abcdef", phase), Facts.Management, Facts.Read);
}
