using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>What is broken and follows from nothing else that is.</summary>
/// <param name="Name">The entry's id; a check's where no entry names what it found.</param>
/// <param name="Symptoms">What shows it; the first leads.</param>
public sealed record Root(string Name, IReadOnlyList<Symptom> Symptoms)
{
    /// <summary>Null: no entry names it.</summary>
    public KnownIssue? Issue { get; } = KnownIssueIndex.Find(Symptoms[0].Finding.Entry);

    /// <summary>What was found and follows from it.</summary>
    public IReadOnlyList<Fold> Folds { get; init; } = [];

    /// <summary>What cannot be known before it is cured.</summary>
    public IReadOnlyList<NotKnown> Hides { get; init; } = [];

    /// <summary>The other roots: they stand by themselves.</summary>
    public IReadOnlyList<string> DoesNotExplain { get; init; } = [];

    /// <summary>For what no entry names: entries that would show so, and that nothing was read of.</summary>
    public IReadOnlyList<string> MayFollowFrom { get; init; } = [];

    public string Layer => Issue?.Rung ?? Symptoms[0].Check.Rung;

    public string Victim => Symptoms[0].Finding.Victim;

    /// <summary>What looks like it, and would have to be read to be ruled out.</summary>
    public IReadOnlyList<NearMiss> NotRuledOut { get; } =
        KnownIssueIndex.Find(Symptoms[0].Finding.Entry) is { } known ? NearMissIndex.NotRuledOut(known) : [];

    /// <summary>It was read, and nothing that looks like it is left.</summary>
    public bool IsSure => IsConfirmed && NotRuledOut.Count == 0;

    /// <summary>
    /// The fact that confirms it was read: by a check that the entry is seen by, and no longer moving.
    /// </summary>
    public bool IsConfirmed =>
        Symptoms[0] is { IsUnread: false, Finding: { MaySettle: false, Evidence.IsEmpty: false } }
        && (Issue is null || Issue.SeenBy.Contains(Symptoms[0].Check));

    public Sentence Why =>
        Symptoms[0] switch
        {
            { IsUnread: true } => $"it stands for what could not be read; nothing else was seen of it",
            { Finding.MaySettle: true } => $"it was still moving when it was last read",
            { Finding.Evidence.IsEmpty: true } => $"nothing was read that confirms it",
            var first when IsSure => $"{first.Check.Id} read it: {first.Finding.Evidence.Asked}",
            var first when IsConfirmed => $"{first.Check.Id} read it ({first.Finding.Evidence.Asked}), and not what "
                + $"else looks so",
            var first => $"only {first.Check.Id} tells of it, and what confirms it was not read",
        };
}
