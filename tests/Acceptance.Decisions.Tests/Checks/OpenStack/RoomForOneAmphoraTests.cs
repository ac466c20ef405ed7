using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class RoomForOneAmphoraTests
{
    private static readonly ResourceProvider Full = new("1", "host-0", 32768, 8192, 1.5, 36000);

    public static Judged[] Cases =>
        [
            Judged.Kept("a host takes it", () => Judge(["host-1"]), "host-1 can take an amphora of 1024 MB"),
            Judged.Broken(
                "no host does: both figures",
                () => Judge([]),
                "host-0",
                "amphora-headroom",
                "host-0 uses 36000 of 36864 MB (the runbook's figure: 40960)"
            ),
            Judged.Unknown(
                "Placement was not read",
                () => Facts.Unread<int>(Unreadable.ServerError).Judge((_, _) => Judge([]))
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(string[] candidates) => RoomForOneAmphora.Judge(candidates, [Full], new(), Facts.Read);
}
