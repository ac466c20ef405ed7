using Acceptance.Decisions.Checks.Hosts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class TenantReachesTheVipTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "the port opens",
                () => TenantReachesTheVip.JudgePort(Facts.Shell("port=open\ncode=300"), Facts.Management, Facts.Read),
                "mgmt opens 192.0.2.50:5000"
            ),
            Judged.Broken(
                "the port stays closed",
                () => TenantReachesTheVip.JudgePort(Facts.Shell("port=closed\ncode=000"), Facts.Management, Facts.Read),
                "mgmt",
                "D-035"
            ),
            Judged.Unknown(
                "nothing said of the port",
                () =>
                    TenantReachesTheVip.JudgePort(
                        Facts.Shell("", 127, "bash: not found"),
                        Facts.Management,
                        Facts.Read
                    ),
                says: "exit 127: bash: not found"
            ),
            Judged.Kept(
                "200",
                () => TenantReachesTheVip.JudgeService(Facts.Shell("port=open\ncode=200"), Facts.Management, Facts.Read)
            ),
            Judged.Kept(
                "300",
                () => TenantReachesTheVip.JudgeService(Facts.Shell("port=open\ncode=300"), Facts.Management, Facts.Read)
            ),
            Judged.Broken(
                "an open port and no service",
                () =>
                    TenantReachesTheVip.JudgeService(Facts.Shell("port=open\ncode=000"), Facts.Management, Facts.Read),
                "192.0.2.50:5000",
                null,
                "answers nothing"
            ),
            Judged.Broken(
                "an open port and a dead backend",
                () =>
                    TenantReachesTheVip.JudgeService(Facts.Shell("port=open\ncode=503"), Facts.Management, Facts.Read),
                "192.0.2.50:5000",
                null,
                "answers 503"
            ),
            Judged.Unknown(
                "nothing said of the service",
                () => TenantReachesTheVip.JudgeService(Facts.Shell("port=open"), Facts.Management, Facts.Read)
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();
}
