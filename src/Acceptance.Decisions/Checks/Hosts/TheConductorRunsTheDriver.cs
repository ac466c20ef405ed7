using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// The running conductor has the driver of the site (D-042): the installed version is the right one, and the process started after it was installed;
/// a package upgraded under a running daemon changes nothing (the class of L-P6-1: judge the live process).
/// </summary>
public static partial class TheConductorRunsTheDriver
{
    public const string Entry = "D-042";

    public static string Command(SiteManagement site) =>
        $"pip3 show {site.DriverPackage}; ps -ww -C magnum-conductor -o etimes=,args=";

    public static Verdict Judge(UnitAnswers units, SiteManagement site, Evidence evidence)
    {
        Finding[] findings = [.. units.Answers.Values.Select(answer => About(answer, site, evidence)).OfType<Finding>()];
        return units.Conclude(findings, () => $"{string.Join(", ", units.Asked)}: the running conductor has {site.DriverPackage} {site.DriverVersion}", evidence);
    }

    private static Finding? About(UnitAnswer answer, SiteManagement site, Evidence evidence)
    {
        var version = Version().Match(answer.Stdout);
        if (!version.Success) return Of(answer, $"{answer.Unit} has no package {site.DriverPackage}", evidence);
        if (version.Groups[1].Value != site.DriverVersion)
            return Of(answer, $"the conductor on {answer.Unit} runs {site.DriverPackage} {version.Groups[1].Value}, not {site.DriverVersion}", evidence);
        return Running().IsMatch(answer.Stdout) ? null : Of(answer, $"magnum-conductor does not run on {answer.Unit}", evidence);
    }

    private static Finding Of(UnitAnswer answer, string sentence, Evidence evidence) => new(sentence, answer.Unit, Entry, evidence);

    [GeneratedRegex(@"^Version:\s*(\S+)", RegexOptions.Multiline)]
    private static partial Regex Version();

    [GeneratedRegex(@"^\s*\d+\s+.*magnum-conductor", RegexOptions.Multiline)]
    private static partial Regex Running();
}
