using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class ConductorFindsHelmTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "found, and it runs",
                () => Judge(Facts.Says("magnum/0", "/usr/bin/helm\nv3.17.3+ge4da497\n")),
                "magnum/0: helm is on the path of a daemon"
            ),
            Judged.Broken(
                "not on that path, as dash tells it",
                () => Judge(Facts.Says("magnum/0", "/usr/bin/helm\nv3.17.3\n"), Facts.Says("magnum/1", "", 127)),
                "magnum/1",
                "DOCFIX-035",
                "finds no helm"
            ),
            Judged.Broken(
                "not on that path, as bash tells it",
                () => Judge(Facts.Says("magnum/0", "", 1)),
                "magnum/0",
                "DOCFIX-035"
            ),
            Judged.Unknown(
                "a link that leads to what does not run",
                () => Judge(Facts.Says("magnum/0", "/usr/bin/helm\n", 126, "helm: cannot execute binary file")),
                says: "could not be put on magnum/0"
            ),
            Judged.Unknown(
                "a helm that does not say its version",
                () => Judge(Facts.Says("magnum/0", "/usr/bin/helm\n", 2, "panic: runtime error")),
                says: "did not say its version (exit 2"
            ),
            Judged.Unknown("no unit", () => Judge()),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params UnitAnswer[] answers) =>
        ConductorFindsHelm.Judge(Facts.Answers(answers), Facts.Read);
}
