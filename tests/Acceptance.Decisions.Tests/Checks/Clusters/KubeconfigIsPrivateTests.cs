using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class KubeconfigIsPrivateTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "its owner reads it, and it opens the cluster",
                () => Judge(UnixFileMode.UserRead | UnixFileMode.UserWrite),
                "v1.30.1"
            ),
            Judged.Broken(
                "others read it",
                () => Judge(UnixFileMode.UserRead | UnixFileMode.GroupRead),
                "/home/me/config",
                "L-P6-4"
            ),
            Judged.Unknown(
                "it does not open the cluster",
                () =>
                    KubeconfigIsPrivate.Check.Judge(
                        Facts.Sheet((ClusterFacts.Kubeconfig, Facts.Unread<KubeconfigOnDisk>(Unreadable.Refused)))
                    )
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(UnixFileMode mode) =>
        KubeconfigIsPrivate.Check.Judge(
            Facts.Sheet((ClusterFacts.Kubeconfig, Facts.Seen(new KubeconfigOnDisk("/home/me/config", mode, "v1.30.1"))))
        );
}
