using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>The jumphost runs a program that does nothing, and says that it went well.</summary>
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
}
