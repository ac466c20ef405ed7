using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Asking;

/// <summary>
/// The site's waivers of known issues over one run: what they cover is waived, and at the end it is said which of them
/// did not hold and which nothing needed.
/// </summary>
public sealed class MuteBook(IReadOnlyList<SiteWaiver> waivers, Func<DateTimeOffset> now)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Check> _judged = [];
    private readonly List<Finding> _found = [];
    private readonly List<Sentence> _notes = [];

    /// <summary>What came of a check, with what the waivers cover of it.</summary>
    public Verdict Judged(Check check, Verdict verdict)
    {
        var (judged, notes) = Muting.Apply(verdict, waivers, now());
        lock (_lock)
        {
            if (verdict is Verdict.Kept or Verdict.Broken)
                _judged.Add(check);
            if (verdict is Verdict.Broken broken)
                _found.AddRange(broken.Findings);
            _notes.AddRange(notes);
        }

        return judged;
    }

    /// <summary>Each once: who answers for nothing, or for less than was found. A warning, and no failure.</summary>
    public IReadOnlyList<Sentence> Remarks
    {
        get
        {
            lock (_lock)
                return [.. _notes.Concat(Muting.NotNeeded(waivers, _judged, _found, now())).Distinct()];
        }
    }
}
