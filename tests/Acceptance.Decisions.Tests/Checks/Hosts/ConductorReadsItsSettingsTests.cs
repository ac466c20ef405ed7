using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class ConductorReadsItsSettingsTests
{
    private const string Daemon = "  4711 /usr/bin/python3 /usr/bin/magnum-conductor --config-file=/etc/magnum.conf";
    private const string Given = Daemon + " --config-dir /etc/magnum/magnum.conf.d\n";
    private const string Before = "Name: magnum-capi-helm\nVersion: 1.4.0\n1795000000\n";

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "the directory is on the command line",
                () => Judge(Facts.Says("magnum/0", Before + Given)),
                "magnum/0: the running conductor was given the driver's settings"
            ),
            Judged.Kept(
                "as one word, with workers",
                () =>
                    Judge(
                        Facts.Says(
                            "magnum/0",
                            Before + Given + Daemon + " --config-dir=/etc/magnum/magnum.conf.d/ --log-file=x\n"
                        )
                    )
            ),
            Judged.Broken(
                "the second unit was started without it",
                () => Judge(Facts.Says("magnum/0", Before + Given), Facts.Says("magnum/1", Before + Daemon + "\n")),
                "magnum/1",
                "D-037",
                "runs without --config-dir /etc/magnum/magnum.conf.d"
            ),
            Judged.Broken(
                "a directory that only begins the same",
                () => Judge(Facts.Says("magnum/0", Before + Daemon + " --config-dir /etc/magnum/magnum.conf.d.old\n")),
                "magnum/0",
                "D-037"
            ),
            Judged.Broken(
                "a process that was left over from before",
                () => Judge(Facts.Says("magnum/0", Before + Given + Daemon + "\n")),
                "magnum/0",
                "D-037"
            ),
            Judged.Unknown(
                "no process",
                () => Judge(Facts.Says("magnum/0", Before, 1)),
                says: "no command line of a conductor was read on magnum/0"
            ),
            Judged.Unknown(
                "a shell without the program",
                () => Judge(Facts.Says("magnum/0", "1795000000\n", 127, "bash: line 1: ps: command not found"))
            ),
            Judged.Unknown("no unit", () => Judge()),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params UnitAnswer[] answers) =>
        ConductorReadsItsSettings.Judge(Facts.Answers(answers), Facts.Read);
}
