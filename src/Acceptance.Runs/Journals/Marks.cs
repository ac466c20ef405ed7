namespace Acceptance.Runs.Journals;

/// <summary>
/// How what a run made is known again: a label with the run's id, beside the journal. Only what both say is ours is
/// ever swept.
/// </summary>
public static class Marks
{
    public const string Run = "acceptance-run";

    /// <summary>The kinds of what a trial makes: they bear no label, and end by themselves within minutes.</summary>
    public const string Trust = "trust";

    /// <inheritdoc cref="Trust"/>
    public const string Secret = "secret";

    /// <summary>The kind of a pod of no controller's, on the management cluster.</summary>
    public const string Pod = "pod";

    /// <summary>The name of what a trial makes: it says whose it is.</summary>
    public static string Named(string kind, string runId) => $"acceptance-{kind}-{runId[^6..]}";

    public static IReadOnlyDictionary<string, string> Of(string runId) =>
        new Dictionary<string, string> { [Run] = runId };

    public static bool Bears(IReadOnlyDictionary<string, string> labels, string runId) =>
        labels.GetValueOrDefault(Run) == runId;
}
