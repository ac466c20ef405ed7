namespace Acceptance.Runs.Journals;

/// <summary>
/// How what a run made is known again: a label with the run's id, beside the journal. Only what both say is ours is
/// ever swept.
/// </summary>
public static class Marks
{
    public const string Run = "acceptance-run";

    public static IReadOnlyDictionary<string, string> Of(string runId) =>
        new Dictionary<string, string> { [Run] = runId };

    public static bool Bears(IReadOnlyDictionary<string, string> labels, string runId) =>
        labels.GetValueOrDefault(Run) == runId;
}
