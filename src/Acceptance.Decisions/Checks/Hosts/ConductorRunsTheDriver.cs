using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// The running conductor has the driver of the site (D-042): the installed version is the right one, and the process
/// started after it was installed; a package upgraded under a running daemon changes nothing (the class of L-P6-1:
/// judge the live process).
/// </summary>
public static partial class ConductorRunsTheDriver
{
    public static Check Check { get; } =
        new()
        {
            Id = "conductor-runs-the-driver",
            Promise = "every running conductor has the agreed driver",
            Rung = "magnum",
            Gates = true,
            Needs = [SiteNeed.Management, SiteNeed.Juju],
            After = [MagnumLists.Check],
            Facts = [UnitFacts.Conductors, UnitFacts.DriverWritten],
            Judgement = sheet =>
                sheet.Judge(
                    UnitFacts.Conductors,
                    UnitFacts.DriverWritten,
                    (units, written, evidence) => Judge(units, written, sheet.Site.Management!, evidence)
                ),
        };

    public const string Entry = D042.Id;

    /// <summary>
    /// Age is whole seconds, and the clock is read just before it: a start that close to the install is no proof of
    /// anything stale.
    /// </summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <param name="units">What was said of the package, the clock and the processes.</param>
    /// <param name="written">When the package was written, and the clock.</param>
    public static Verdict Judge(UnitAnswers units, UnitAnswers written, SiteManagement site, Evidence evidence)
    {
        Finding[] findings =
        [
            .. units
                .Heard.Select(answer => About(answer, written.Answers.GetValueOrDefault(answer.Unit), site, evidence))
                .OfType<Finding>(),
        ];
        var unread = units
            .Heard.Where(answer =>
                Started(answer) is null || Written(written.Answers.GetValueOrDefault(answer.Unit)) is null
            )
            .Select(answer => answer.Unit)
            .ToArray();
        return findings.Length == 0 && unread.Length > 0
            ? Verdict.NotKnown(
                $"whether the conductor on {string.Join(", ", unread)} started after {site.DriverPackage} was "
                    + $"installed could not be read",
                null,
                evidence
            )
            : units.Conclude(
                findings,
                () =>
                    $"{string.Join(", ", units.Asked)}: the running conductor has {site.DriverPackage} "
                    + $"{site.DriverVersion}, and started after it was installed",
                evidence
            );
    }

    private static Finding? About(UnitAnswer answer, UnitAnswer? written, SiteManagement site, Evidence evidence)
    {
        var version = Version().Match(answer.Stdout);
        if (!version.Success)
            return FindingAt(answer, $"{answer.Unit} has no package {site.DriverPackage}", evidence);
        if (version.Groups[1].Value != site.DriverVersion)
            return FindingAt(
                answer,
                $"the conductor on {answer.Unit} runs {site.DriverPackage} {version.Groups[1].Value}, "
                    + $"not {site.DriverVersion}",
                evidence
            );
        if (!Running().IsMatch(answer.Stdout))
            return FindingAt(answer, $"magnum-conductor does not run on {answer.Unit}", evidence);
        return Started(answer) is { } started && Written(written) is { } installed && started + Slack < installed
            ? FindingAt(
                answer,
                $"the conductor on {answer.Unit} runs since {started:yyyy-MM-dd HH:mm:ss}, "
                    + $"{site.DriverPackage} {site.DriverVersion} was installed after that, "
                    + $"at {installed:yyyy-MM-dd HH:mm:ss}: "
                    + $"the process still has the driver it started with",
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

    private static Finding FindingAt(UnitAnswer answer, Sentence sentence, Evidence evidence) =>
        new(sentence, answer.Unit, Entry, evidence);

    [GeneratedRegex(@"^Version:\s*(\S+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex(@"^[ \t]*(\d{9,12})[ \t\r]*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^[ \t]*(\d{1,12})[ \t]+.*magnum-conductor",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Running();
}
