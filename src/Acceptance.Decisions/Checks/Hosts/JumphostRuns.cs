using System.Globalization;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>The jumphost runs a program that does nothing, and gives it nothing to read.</summary>
public static class JumphostRuns
{
    private const string Victim = "the jumphost";

    public static Check Check { get; } =
        new()
        {
            Id = "jumphost-runs",
            Promise = "the jumphost runs what it is asked",
            Rung = "jumphost",
            Gates = true,
            Facts = [JumphostFacts.Runs],
            Judgement = sheet =>
                sheet
                    .Reading(JumphostFacts.Runs)
                    .JudgeMust(
                        Victim,
                        null,
                        (answer, evidence) =>
                            answer.Exit == 0
                                ? Verdict.Keep($"the jumphost runs what it is asked", evidence)
                                : Verdict.Break(
                                    $"the jumphost answers exit {answer.Exit}: {answer.Stderr.Trim()}",
                                    Victim,
                                    null,
                                    evidence
                                )
                    ),
        };

    public static Check ReadsNothing { get; } =
        new()
        {
            Id = "nothing-to-read",
            Promise = "what is started on the jumphost has nothing to read",
            Rung = "jumphost",
            Facts = [JumphostFacts.OwnInput],
            Judgement = sheet => sheet.Judge(JumphostFacts.OwnInput, JudgeInput),
        };

    private static Verdict JudgeInput(ShellAnswer answer, Evidence evidence) =>
        answer.Exit != 0 || !long.TryParse(answer.Stdout.Trim(), CultureInfo.InvariantCulture, out var bytes)
            ? Verdict.NotKnown(
                $"the jumphost did not say what its programs find to read (exit {answer.Exit}: {answer.Stderr.Trim()})",
                null,
                evidence
            )
        : bytes > 0
            ? Verdict.Break(
                $"what is started on the jumphost finds {bytes} bytes to read: a program would swallow what stands "
                    + $"behind it",
                Victim,
                Docfix021.Id,
                evidence
            )
        : Verdict.Keep($"what is started on the jumphost finds nothing to read", evidence);
}
