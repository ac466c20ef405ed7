using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class ManagementIsSingleHomedTests
{
    private static readonly Server Mgmt = Facts.Server("1", "mgmt");
    private static readonly Port First = Port("a", "compute:nova", "1", "198.51.100.4");

    public static Judged[] Cases =>
        [
            Judged.Kept("one port", () => Judge(First), "mgmt has one interface"),
            Judged.Kept(
                "one port with two addresses, another server's, and what Nova did not plug in",
                () =>
                    Judge(
                        First with
                        {
                            Addresses = ["198.51.100.4", "2001:db8::4"],
                        },
                        Port("b", "compute:nova", "2", "198.51.100.5"),
                        Port("c", "trunk:subport", "1", "198.51.100.6"),
                        Port("d", "network:router_interface", "r", "198.51.100.1")
                    )
            ),
            Judged.Broken(
                "a second one in another network",
                () => Judge(First, Port("b", "compute:zone-2", "1", "192.0.2.77")),
                "mgmt",
                "D-035",
                "mgmt has 2 interfaces (198.51.100.4, 192.0.2.77)"
            ),
            Judged.Unknown("no port of it", () => Judge(Port("b", "compute:nova", "2", "198.51.100.5"))),
            Judged.Unknown(
                "two servers of that name",
                () =>
                    ManagementIsSingleHomed.Judge([Mgmt, Mgmt with { Id = "2" }], [First], Facts.Management, Facts.Read)
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Port Port(string id, string owner, string device, string address) =>
        new(id, "", owner, device, "n", "capi", PortStatus.Active, [address]);

    private static Verdict Judge(params Port[] ports) =>
        ManagementIsSingleHomed.Judge([Mgmt], ports, Facts.Management, Facts.Read);
}
