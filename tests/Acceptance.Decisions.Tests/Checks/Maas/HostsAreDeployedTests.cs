using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Maas;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Maas;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Maas;

public class HostsAreDeployedTests
{
    private static readonly SiteMaas Two = new() { Profile = "edge", Hosts = ["rack-a", "rack-b"] };

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "both deployed and on, beside a machine of others",
                () => Judge(Two, Machine("rack-a"), Machine("rack-b"), Machine("other", "Broken", "off")),
                "(rack-a is id-of-rack-a, rack-b is id-of-rack-b)"
            ),
            Judged.Kept(
                "a power that cannot be asked, and the site says so",
                () =>
                    Judge(
                        Two with
                        {
                            Power = ["on", "unknown"],
                        },
                        Machine("rack-a", power: "unknown"),
                        Machine("rack-b")
                    )
            ),
            Judged.Kept(
                "an enrolled host where the site expects no deploy yet",
                () =>
                    Judge(
                        Two with
                        {
                            Status = ["Ready"],
                            Power = ["off"],
                        },
                        Machine("rack-a", "Ready", "off"),
                        Machine("rack-b", "Ready", "off")
                    )
            ),
            Judged.Broken(
                "one is marked broken",
                () => Judge(Two, Machine("rack-a"), Machine("rack-b", "Broken")),
                "rack-b",
                "machine-not-deployed",
                "MAAS calls rack-b (id-of-rack-b) Broken, not Deployed"
            ),
            Judged.Broken(
                "its deployment failed",
                () => Judge(Two, Machine("rack-a", "Failed deployment", "off"), Machine("rack-b")),
                "rack-a",
                "machine-not-deployed"
            ),
            Judged.Broken(
                "one is powered off",
                () => Judge(Two, Machine("rack-a"), Machine("rack-b", power: "off")),
                "rack-b",
                "machine-not-deployed",
                "its power off, not on"
            ),
            Judged.Broken(
                "the power of one is in error",
                () => Judge(Two, Machine("rack-a"), Machine("rack-b", power: "error")),
                "rack-b",
                "machine-not-deployed"
            ),
            Judged.Broken(
                "one is not enrolled",
                () => Judge(Two, Machine("rack-a")),
                "rack-b",
                "machine-not-deployed",
                "MAAS knows no machine called rack-b"
            ),
            Judged.Unknown(
                "a login that has expired is MAAS's, and not Juju's",
                () =>
                    HostsAreDeployed.Check.Judge(
                        Facts.Sheet(
                            (
                                MaasFacts.Machines,
                                Facts.Unread<IReadOnlyList<MaasMachine>>(Unreadable.LoginNeeded, "run maas login")
                            )
                        )
                    ),
                says: "run maas login"
            ),
            Judged.Unknown("no machine at all", () => Judge(Two)),
            Judged.Unknown(
                "a site that names none",
                () => Judge(new SiteMaas { Profile = "edge" }, Machine("rack-a")),
                says: "$.maas.hosts"
            ),
            Judged.Unknown(
                "a word that nobody knows",
                () => Judge(Two, Machine("rack-a"), Machine("rack-b", "Hibernating")),
                says: "\"Hibernating\""
            ),
            Judged.Unknown(
                "a power that cannot be asked",
                () => Judge(Two, Machine("rack-a"), Machine("rack-b", power: "unknown")),
                says: "$.maas.power"
            ),
            Judged.Unknown(
                "two machines of one name",
                () => Judge(Two, Machine("rack-a"), Machine("rack-b"), Machine("rack-b")),
                says: "2 machines of MAAS are called rack-b"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static MaasMachine Machine(string host, string status = "Deployed", string power = "on") =>
        new($"id-of-{host}", host, State<MachineStatus>.Read(status), State<PowerState>.Read(power), []);

    private static Verdict Judge(SiteMaas site, params MaasMachine[] machines) =>
        HostsAreDeployed.Judge(machines, site, Facts.Read);
}
