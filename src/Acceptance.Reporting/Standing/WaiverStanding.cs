using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Standing;

/// <summary>A waiver that this run relied on, and what it covers.</summary>
/// <param name="Left">What is left of it at the run's end, on the cloud's clock.</param>
public sealed record WaiverStanding(SiteWaiver By, Sentence Underneath, TimeSpan Left)
{
    public static IReadOnlyList<WaiverStanding> Of(RunRecord run) =>
        [
            .. run
                .Scenarios.Select(one => one.Verdict)
                .Concat(run.Ladder.Select(rung => rung.Verdict))
                .OfType<Verdict.Waived>()
                .SelectMany(waived => waived.Each)
                .Select(waived => new WaiverStanding(
                    waived.By,
                    waived.Underneath.Beside(),
                    waived.By.Expires - run.Ended
                ))
                .Distinct(),
        ];

    /// <summary>"D-045 at keystone/0".</summary>
    public Sentence Item => $"{By.Item}{(By.Victim is null ? "" : $" at {By.Victim}")}";

    /// <summary>"3 days left".</summary>
    public string LeftSentence =>
        (int)Left.TotalDays switch
        {
            0 => "less than a day left",
            1 => "1 day left",
            var days => $"{days} days left",
        };
}
