using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// helm is where the conductor looks for programs: on the init script's path, which is shorter than a login shell's
/// (DOCFIX-035).
/// </summary>
public static class ConductorFindsHelm
{
    public static Check Check { get; } =
        new()
        {
            Id = "conductor-finds-helm",
            Promise = "every conductor finds helm on the path that it was started with",
            Rung = "magnum",
            Needs = [SiteNeed.Workload, SiteNeed.Juju],
            Facts = [PrerequisiteFacts.Helm],
            Judgement = sheet => sheet.Judge(PrerequisiteFacts.Helm, Judge),
        };

    /// <param name="units">What a shell with that path found; 127, or 1 of some shells, where there is none.</param>
    public static Verdict Judge(UnitAnswers units, Evidence evidence)
    {
        Finding[] findings =
        [
            .. units
                .Heard.Where(answer => answer is { Exit: 1 or 127, Stdout: "" })
                .Select(answer => new Finding(
                    $"the conductor on {answer.Unit} finds no helm: it is not on the path of a daemon",
                    answer.Unit,
                    Docfix035.Id,
                    evidence
                )),
        ];
        if (findings.Length == 0 && units.Heard.FirstOrDefault(answer => answer.Exit != 0) is { } unread)
            return Verdict.NotKnown(
                $"helm on {unread.Unit} did not say its version (exit {unread.Exit}: {unread.Complaint})",
                null,
                evidence
            );
        return units.Conclude(
            findings,
            () => $"{string.Join(", ", units.Asked)}: helm is on the path of a daemon",
            evidence
        );
    }
}
