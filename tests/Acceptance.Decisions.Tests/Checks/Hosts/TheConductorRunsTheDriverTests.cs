using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

[Judges(typeof(TheConductorRunsTheDriver))]
public class TheConductorRunsTheDriverTests
{
    private const string Runs = "  4711 /usr/bin/python3 /usr/bin/magnum-conductor --config-file=/etc/magnum/magnum.conf\n";

    public static Judged[] Cases =>
    [
        Judged.Kept("the right version runs", () => Judge(Facts.Says("magnum/0", Pip("1.4.0") + Runs)), "magnum/0: the running conductor has magnum-capi-helm 1.4.0"),
        Judged.Broken("an older version on the second unit", () => Judge(Facts.Says("magnum/0", Pip("1.4.0") + Runs), Facts.Says("magnum/1", Pip("1.3.0") + Runs)), "magnum/1", "D-042", "1.3.0, not 1.4.0"),
        Judged.Broken("a version that only begins the same", () => Judge(Facts.Says("magnum/0", Pip("1.4.0rc1") + Runs)), "magnum/0", "D-042"),
        Judged.Broken("no package", () => Judge(Facts.Says("magnum/0", "WARNING: Package(s) not found\n" + Runs)), "magnum/0", "D-042", "has no package"),
        Judged.Broken("no conductor", () => Judge(Facts.Says("magnum/0", Pip("1.4.0"))), "magnum/0", "D-042", "magnum-conductor does not run on magnum/0"),
        Judged.Unknown("no unit", () => Judge()),
        Judged.Unknown("a lost unit", () => TheConductorRunsTheDriver.Judge(Facts.Answers(Facts.Says("magnum/0", Pip("1.4.0") + Runs)) with { NotAsked = ["magnum/2"] }, Facts.Management, Facts.Read)),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static string Pip(string version) => $"Name: magnum-capi-helm\nVersion: {version}\nMetadata-Version: 2.1\n";

    private static Verdict Judge(params UnitAnswer[] answers) => TheConductorRunsTheDriver.Judge(Facts.Answers(answers), Facts.Management, Facts.Read);
}
