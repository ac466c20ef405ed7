using Acceptance.Decisions.Checks.Hosts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class EveryChassisIsConnectedTests
{
    private const string Entry = "ovn-tls-sweep";

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "all connected",
                () =>
                    EveryChassisIsConnected.Judge(
                        Facts.Answers(
                            Facts.Says("ovn-chassis/0", "connected\n"),
                            Facts.Says("ovn-chassis/1", "connected")
                        ),
                        Facts.Read
                    ),
                "2 chassis are connected"
            ),
            Judged.Broken(
                "not connected contains the word",
                () =>
                    EveryChassisIsConnected.Judge(
                        Facts.Answers(
                            Facts.Says("ovn-chassis/0", "connected"),
                            Facts.Says("ovn-chassis/1", "not connected\n")
                        ),
                        Facts.Read
                    ),
                "ovn-chassis/1",
                Entry,
                "\"not connected\""
            ),
            Judged.Broken(
                "connected, but the program failed",
                () =>
                    EveryChassisIsConnected.Judge(
                        Facts.Answers(Facts.Says("ovn-chassis/0", "connected", 1, "no socket")),
                        Facts.Read
                    ),
                "ovn-chassis/0",
                null,
                "no socket"
            ),
            Judged.Broken(
                "nothing said",
                () => EveryChassisIsConnected.Judge(Facts.Answers(Facts.Says("ovn-chassis/0", "")), Facts.Read),
                "ovn-chassis/0",
                null
            ),
            Judged.Unknown(
                "one is silent",
                () =>
                    EveryChassisIsConnected.Judge(
                        Facts.Answers(Facts.Says("ovn-chassis/0", "connected")) with
                        {
                            Asked = ["ovn-chassis/0", "ovn-chassis/1"],
                        },
                        Facts.Read
                    ),
                says: "ovn-chassis/1 did not answer"
            ),
            Judged.Unknown(
                "one was not asked, its agent is lost",
                () =>
                    EveryChassisIsConnected.Judge(
                        Facts.Answers(Facts.Says("ovn-chassis/0", "connected")) with
                        {
                            NotAsked = ["ovn-chassis/2"],
                        },
                        Facts.Read
                    ),
                says: "ovn-chassis/2"
            ),
            Judged.Unknown("no chassis", () => EveryChassisIsConnected.Judge(Facts.Answers(), Facts.Read)),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();
}
