using System.Globalization;
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

    /// <summary>Age is whole seconds, and the clock is read just before it: a start that close to the install is no proof of anything stale.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>The installed version with its location, the host's clock, and each conductor process with its age in seconds.</summary>
    public static string Command(SiteManagement site) =>
        $"pip3 show {site.DriverPackage}; date +%s; ps -ww -C magnum-conductor -o etimes=,args=";

    /// <summary>When the driver was written, at the locations that the units named (pip's record of it, seconds since the epoch); null when none named one.</summary>
    public static string? WrittenCommand(UnitAnswers units, SiteManagement site)
    {
        string[] records =
        [
            .. units
                .Answers.Values.Select(answer => Location().Match(answer.Stdout))
                .Where(match => match.Success)
                .Select(match => match.Groups[1].Value)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(location =>
                    $"{location}/{site.DriverPackage.Replace('-', '_')}-{site.DriverVersion}.dist-info/METADATA"
                ),
        ];
        return records.Length == 0 ? null : $"stat -c %Y {string.Join(' ', records)}";
    }

    /// <param name="units">Answers to <see cref="Command"/>.</param>
    /// <param name="written">Answers to <see cref="WrittenCommand"/>.</param>
    public static Verdict Judge(UnitAnswers units, UnitAnswers written, SiteManagement site, Evidence evidence)
    {
        Finding[] findings =
        [
            .. units
                .Answers.Values.Select(answer =>
                    About(answer, written.Answers.GetValueOrDefault(answer.Unit), site, evidence)
                )
                .OfType<Finding>(),
        ];
        var unread = units
            .Answers.Values.Where(answer =>
                Started(answer) is null || Written(written.Answers.GetValueOrDefault(answer.Unit)) is null
            )
            .Select(answer => answer.Unit)
            .ToArray();
        return findings.Length == 0 && unread.Length > 0
            ? Verdict.NotKnown(
                $"whether the conductor on {string.Join(", ", unread)} started after {site.DriverPackage} was installed could not be read",
                null,
                evidence
            )
            : units.Conclude(
                findings,
                () =>
                    $"{string.Join(", ", units.Asked)}: the running conductor has {site.DriverPackage} {site.DriverVersion}, and started after it was installed",
                evidence
            );
    }

    private static Finding? About(UnitAnswer answer, UnitAnswer? written, SiteManagement site, Evidence evidence)
    {
        var version = Version().Match(answer.Stdout);
        if (!version.Success)
            return Of(answer, $"{answer.Unit} has no package {site.DriverPackage}", evidence);
        if (version.Groups[1].Value != site.DriverVersion)
            return Of(
                answer,
                $"the conductor on {answer.Unit} runs {site.DriverPackage} {version.Groups[1].Value}, not {site.DriverVersion}",
                evidence
            );
        if (!Running().IsMatch(answer.Stdout))
            return Of(answer, $"magnum-conductor does not run on {answer.Unit}", evidence);
        return Started(answer) is { } started && Written(written) is { } installed && started + Slack < installed
            ? Of(
                answer,
                $"the conductor on {answer.Unit} runs since {started:yyyy-MM-dd HH:mm:ss}, {site.DriverPackage} {site.DriverVersion} was installed after that, at {installed:yyyy-MM-dd HH:mm:ss}: "
                    + "the process still has the driver it started with",
                evidence
            )
            : null;
    }

    // The oldest process: its workers are forks of it, and have what it had imported.
    private static DateTimeOffset? Started(UnitAnswer answer) =>
        Clock().Match(answer.Stdout) is { Success: true } clock
        && Running().Matches(answer.Stdout) is { Count: > 0 } processes
            ? DateTimeOffset.FromUnixTimeSeconds(
                Number(clock.Groups[1].Value) - processes.Max(process => Number(process.Groups[1].Value))
            )
            : null;

    private static DateTimeOffset? Written(UnitAnswer? answer) =>
        answer is not null && Clock().Matches(answer.Stdout) is { Count: > 0 } times
            ? DateTimeOffset.FromUnixTimeSeconds(times.Max(time => Number(time.Groups[1].Value)))
            : null;

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    private static Finding Of(UnitAnswer answer, string sentence, Evidence evidence) =>
        new(sentence, answer.Unit, Entry, evidence);

    [GeneratedRegex(@"^Version:\s*(\S+)", RegexOptions.Multiline)]
    private static partial Regex Version();

    [GeneratedRegex(@"^Location:\s*(/[\w./+-]+?)/?\s*$", RegexOptions.Multiline)]
    private static partial Regex Location();

    [GeneratedRegex(@"^[ \t]*(\d{9,12})[ \t\r]*$", RegexOptions.Multiline)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^[ \t]*(\d{1,12})[ \t]+.*magnum-conductor", RegexOptions.Multiline)]
    private static partial Regex Running();
}
