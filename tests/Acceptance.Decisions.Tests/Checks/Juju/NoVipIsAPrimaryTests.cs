using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Juju;

public class NoVipIsAPrimaryTests
{
    private static readonly ApplicationVips Cinder = new("cinder", ["192.0.2.52", "198.51.100.52"]);

    public static Judged[] Cases =>
        [
            Judged.Kept("apart", () => Judge([Cinder], Model()), "3 addresses of services"),
            Judged.Kept(
                "the container of the service holds its address at this moment",
                () => Judge([Cinder], Model(cinder: ["192.0.2.70", "192.0.2.52"]))
            ),
            Judged.Kept(
                "another machine shows the site's own address of a service that no charm has",
                () => Judge([Cinder], Model(magnum: ["192.0.2.71", "192.0.2.50"]))
            ),
            Judged.Broken(
                "on the provider plane",
                () => Judge([Cinder], Model(magnum: ["192.0.2.52"])),
                "0/lxd/1",
                "KI-P3-001",
                "192.0.2.52, an address of cinder, is also machine 0/lxd/1's own (magnum/0)"
            ),
            Judged.Broken(
                "on the metal plane, the second of the pair",
                () => Judge([Cinder], Model(magnum: ["192.0.2.71", "198.51.100.52"])),
                "0/lxd/1",
                "KI-P3-001"
            ),
            Judged.Broken(
                "juju's primary of a unit of the service itself",
                () => Judge([Cinder], Model(cinderPrimary: "192.0.2.52")),
                "0/lxd/0",
                "KI-P3-001"
            ),
            Judged.Broken(
                "an address that only the site names",
                () => Judge([], Model(cinderPrimary: "192.0.2.50")),
                "0/lxd/0",
                "KI-P3-001",
                "an address of keystone"
            ),
            Judged.Unknown(
                "no address anywhere",
                () => NoVipIsAPrimary.Judge(Model(), [], [], Facts.Read),
                says: "no charm has a vip"
            ),
            Judged.Unknown(
                "machines without addresses",
                () => Judge([Cinder], Model(cinder: [], magnum: [])),
                says: "juju tells no address"
            ),
            Judged.Unknown(
                "options unread",
                () =>
                    NoVipIsAPrimary.Check.Judge(
                        Facts.Sheet(
                            (JujuFacts.Model, Facts.Seen(Model())),
                            (
                                JujuFacts.Vips,
                                Facts.Unread<IReadOnlyList<ApplicationVips>>(Unreadable.TimedOut, "juju did not answer")
                            )
                        )
                    ),
                says: "juju did not answer"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static JujuModel Model(
        string[]? cinder = null,
        string[]? magnum = null,
        string cinderPrimary = "192.0.2.70"
    ) =>
        Facts.Model(
            Facts.Unit("cinder/0") with
            {
                Machine = "0/lxd/0",
                PublicAddress = cinderPrimary,
            },
            Facts.Unit("magnum/0") with
            {
                Machine = "0/lxd/1",
                PublicAddress = "192.0.2.71",
            }
        ) with
        {
            Machines =
            [
                Facts.Machine("0/lxd/0") with
                {
                    Addresses = cinder ?? ["192.0.2.70"],
                },
                Facts.Machine("0/lxd/1") with
                {
                    Addresses = magnum ?? ["192.0.2.71"],
                },
            ],
        };

    private static Verdict Judge(ApplicationVips[] vips, JujuModel model) =>
        NoVipIsAPrimary.Judge(model, vips, Facts.WholeSite.Endpoints, Facts.Read);
}
