using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class HypervisorsAreUpTests
{
    private static readonly NovaHypervisor Up = new("1", "host-0", ServiceState.Up, ServiceStatus.Enabled);

    public static Judged[] Cases =>
        [
            Judged.Kept("all up", () => HypervisorsAreUp.Judge([Up, Up], Facts.Read), "2 hypervisors are up"),
            Judged.Broken(
                "one down",
                () =>
                    HypervisorsAreUp.Judge(
                        [Up, Up with { Hostname = "host-1", State = ServiceState.Down }],
                        Facts.Read
                    ),
                "host-1",
                "hypervisor-down",
                "host-1 is down and enabled"
            ),
            Judged.Broken(
                "one disabled",
                () =>
                    HypervisorsAreUp.Judge(
                        [Up with { Status = ServiceStatus.Disabled, DisabledReason = "new disks" }],
                        Facts.Read
                    ),
                "host-0",
                null,
                "the hypervisor host-0 is up, and disabled by an operator (new disks)"
            ),
            Judged.Broken(
                "a state of which nothing is said",
                () => HypervisorsAreUp.Judge([Up with { State = default }], Facts.Read),
                "host-0",
                null
            ),
            Judged.Unknown("none", () => HypervisorsAreUp.Judge([], Facts.Read)),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();
}
