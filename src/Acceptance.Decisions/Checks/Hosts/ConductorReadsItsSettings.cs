using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// Every conductor that runs was started with the directory in which [capi_helm] lies (D-037): its own command line
/// says so, and no file does. A hook that writes over the file changes nothing until the next start.
/// </summary>
public static partial class ConductorReadsItsSettings
{
    public static Check Check { get; } =
        new()
        {
            Id = "conductor-reads-its-settings",
            Promise = "every running conductor was started with the directory of the driver's settings",
            Rung = "magnum",
            Gates = true,
            Needs = [SiteNeed.Management, SiteNeed.Juju],
            After = [MagnumLists.Check],
            Facts = [UnitFacts.Conductors],
            Judgement = sheet => sheet.Judge(UnitFacts.Conductors, Judge),
        };

    /// <param name="units">What was said of the processes, each on a line of its own behind its age.</param>
    public static Verdict Judge(UnitAnswers units, Evidence evidence)
    {
        var processes = units.Heard.ToLookup(
            answer => answer.Unit,
            answer => Running().Matches(answer.Stdout).Select(match => match.Value).ToArray()
        );
        Finding[] findings =
        [
            .. processes
                .Where(unit => unit.SelectMany(lines => lines).Any(line => !Given().IsMatch(line)))
                .Select(unit => new Finding(
                    $"the conductor on {unit.Key} runs without --config-dir /etc/magnum/magnum.conf.d: it reads "
                        + $"nothing of [capi_helm]",
                    unit.Key,
                    D037.Id,
                    evidence
                )),
        ];
        string[] unread = [.. processes.Where(unit => !unit.SelectMany(lines => lines).Any()).Select(unit => unit.Key)];
        return findings.Length == 0 && unread.Length > 0
            ? Verdict.NotKnown(
                $"no command line of a conductor was read on {string.Join(", ", unread)}",
                null,
                evidence
            )
            : units.Conclude(
                findings,
                () => $"{string.Join(", ", units.Asked)}: the running conductor was given the driver's settings",
                evidence
            );
    }

    [GeneratedRegex(
        @"^[ \t]*\d{1,12}[ \t]+\S.*magnum-conductor.*",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Running();

    [GeneratedRegex(@"--config-dir[ =]/etc/magnum/magnum\.conf\.d/?(?:\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Given();
}
