using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class ConductorRunsTheDriverTests
{
    private const long Now = 1_795_000_000;
    private const string Runs =
        "1795000000\n  4711 /usr/bin/python3 /usr/bin/magnum-conductor --config-file=/etc/magnum/magnum.conf\n";
    private static readonly UnitAnswer Before = Written("magnum/0", Now - 5000);

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "the right version, installed before the start",
                () => Judge(Before, Facts.Says("magnum/0", Pip("1.4.0") + Runs)),
                "magnum/0: the running conductor has magnum-capi-helm 1.4.0"
            ),
            Judged.Broken(
                "an older version on the second unit",
                () =>
                    Judge(
                        Before,
                        Facts.Says("magnum/0", Pip("1.4.0") + Runs),
                        Facts.Says("magnum/1", Pip("1.3.0") + Runs)
                    ),
                "magnum/1",
                "D-042",
                "1.3.0, not 1.4.0"
            ),
            Judged.Broken(
                "a version that only begins the same",
                () => Judge(Before, Facts.Says("magnum/0", Pip("1.4.0rc1") + Runs)),
                "magnum/0",
                "D-042"
            ),
            Judged.Broken(
                "no package",
                () => Judge(Before, Facts.Says("magnum/0", "WARNING: Package(s) not found\n" + Runs)),
                "magnum/0",
                "D-042",
                "has no package"
            ),
            Judged.Broken(
                "no conductor",
                () => Judge(Before, Facts.Says("magnum/0", Pip("1.4.0") + "1795000000\n")),
                "magnum/0",
                "D-042",
                "magnum-conductor does not run on magnum/0"
            ),
            Judged.Broken(
                "installed under the running process",
                () => Judge(Written("magnum/0", Now - 60), Facts.Says("magnum/0", Pip("1.4.0") + Runs)),
                "magnum/0",
                "D-042",
                "the process still has the driver it started with"
            ),
            Judged.Broken(
                "a young worker of an old process",
                () =>
                    Judge(
                        Written("magnum/0", Now - 60),
                        Facts.Says(
                            "magnum/0",
                            Pip("1.4.0") + Runs + "  10 /usr/bin/python3 /usr/bin/magnum-conductor\n"
                        )
                    ),
                "magnum/0",
                "D-042"
            ),
            Judged.Kept(
                "started in the second of the install",
                () => Judge(Written("magnum/0", Now - 4710), Facts.Says("magnum/0", Pip("1.4.0") + Runs))
            ),
            Judged.Unknown(
                "when it was installed is not told",
                () =>
                    Judge(
                        Facts.Says("magnum/0", "", 1, "stat: cannot statx"),
                        Facts.Says("magnum/0", Pip("1.4.0") + Runs)
                    ),
                says: "started after magnum-capi-helm was installed"
            ),
            Judged.Unknown(
                "the host's clock is not told",
                () => Judge(Before, Facts.Says("magnum/0", Pip("1.4.0") + "  4711 /usr/bin/magnum-conductor\n"))
            ),
            Judged.Unknown("no unit", () => Judge(Before)),
            Judged.Unknown(
                "a lost unit",
                () =>
                    ConductorRunsTheDriver.Judge(
                        Facts.Answers(Facts.Says("magnum/0", Pip("1.4.0") + Runs)) with
                        {
                            NotAsked = ["magnum/2"],
                        },
                        Facts.Answers(Before),
                        Facts.Management,
                        Facts.Read
                    )
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void When_it_was_written_is_asked_where_pip_says_that_it_lies() =>
        PipLocation
            .Records(
                Facts.Answers(
                    Facts.Says("magnum/0", Pip("1.4.0")),
                    Facts.Says("magnum/1", Pip("1.4.0", "/opt/lib")),
                    Facts.Says("magnum/2", Pip("1.4.0"))
                ),
                Facts.Management
            )
            .Should()
            .Equal(
                "/opt/lib/magnum_capi_helm-1.4.0.dist-info/METADATA",
                "/usr/lib/dist-packages/magnum_capi_helm-1.4.0.dist-info/METADATA"
            );

    [TestCase("Name: magnum-capi-helm\n")]
    [TestCase("Location: /usr/lib; reboot\n")]
    public void A_location_that_is_none_is_not_asked_for(string said) =>
        PipLocation.Records(Facts.Answers(Facts.Says("magnum/0", said)), Facts.Management).Should().BeEmpty();

    private static string Pip(string version, string location = "/usr/lib/dist-packages") =>
        $"Name: magnum-capi-helm\nVersion: {version}\nMetadata-Version: 2.1\nLocation: {location}\n";

    private static UnitAnswer Written(string unit, long at) => Facts.Says(unit, $"{at}\n");

    private static Verdict Judge(UnitAnswer written, params UnitAnswer[] answers) =>
        ConductorRunsTheDriver.Judge(Facts.Answers(answers), Facts.Answers(written), Facts.Management, Facts.Read);
}
