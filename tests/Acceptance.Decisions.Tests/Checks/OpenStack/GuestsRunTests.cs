using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class GuestsRunTests
{
    private static readonly PlatformProjects Projects = new("capi", "capi", "services");

    private static readonly Server Management = Facts.Server("vm-1", "mgmt", "capi");

    public static Judged[] Cases =>
        [
            Judged.Kept("all run", () => Judge(Management, Facts.Server("vm-2", "web")), "1 guests that must run do"),
            Judged.Kept(
                "a tenant's own that is shut off",
                () => Judge(Management, Facts.Server("vm-2", "web", status: "SHUTOFF")),
                "1 of tenants are shut off, which is theirs"
            ),
            Judged.Kept(
                "a tenant's own that no host took",
                () => Judge(Management, Facts.Server("vm-2", "web", status: "ERROR") with { Host = null })
            ),
            Judged.Kept(
                "one of the same name in another project",
                () => Judge(Management, Facts.Server("vm-2", "mgmt", status: "SHUTOFF"))
            ),
            Judged.Kept(
                "an amphora in ERROR is told of load balancers",
                () => Judge(Management, Facts.Server("vm-2", "amphora-2", "services", "ERROR"))
            ),
            Judged.Broken(
                "the management VM",
                () => Judge(Management with { Status = ServerStatus.ShutOff }),
                "mgmt",
                "D-041"
            ),
            Judged.Broken(
                "a machine of the workload cluster",
                () => Judge(Management, Facts.Server("vm-2", "edge-1-worker", "capi", "SHUTOFF")),
                "vm-2",
                "D-043",
                "the guest edge-1-worker (vm-2, on host-0) is SHUTOFF, and must run"
            ),
            Judged.Broken(
                "an amphora",
                () => Judge(Management, Facts.Server("vm-2", "amphora-2", "services", "SHUTOFF")),
                "vm-2",
                "D-043"
            ),
            Judged.Broken(
                "one that the site lists",
                () => Judge(Management, Facts.Server("vm-2", "registry-1", status: "SHUTOFF")),
                "vm-2",
                "D-043"
            ),
            Judged.Broken(
                "anybody's in ERROR on its host",
                () =>
                    Judge(Management, Facts.Server("vm-2", "web", status: "ERROR") with { Fault = "libvirt is gone" }),
                "vm-2",
                null,
                "is in ERROR (libvirt is gone)"
            ),
            Judged.Unknown("no server", () => Judge()),
            Judged.Unknown(
                "a word that nobody knows",
                () => Judge(Management with { Status = State<ServerStatus>.Read("DREAMING") }),
                says: "reads \"DREAMING\""
            ),
            Judged.Unknown(
                "projects unread",
                () =>
                    GuestsRun.Check.Judge(
                        Facts.Sheet(
                            (ComputeFacts.AllServers, Facts.Seen<IReadOnlyList<Server>>([Management])),
                            (IdentityFacts.PlatformProjects, Facts.Unread<PlatformProjects>(Unreadable.NotFound))
                        )
                    )
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params Server[] servers) =>
        GuestsRun.Judge(
            servers,
            Projects,
            Facts.WholeSite with
            {
                Compute = Facts.WholeSite.Compute! with { Guests = ["^registry-"] },
            },
            Facts.Read
        );
}
