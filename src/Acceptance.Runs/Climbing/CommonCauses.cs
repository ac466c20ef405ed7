using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Climbing;

/// <summary>
/// Causes that several scenarios meet: a red rung, a missing permit, a cluster that could not be made, the same
/// finding twice. The first scenario that meets one fails with its words, so that a narrow filter on a dark cloud is
/// red; the rest are ignored with the same words. A cause is known by its identity, never by its words.
/// </summary>
public sealed class CommonCauses
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Cause, Sentence> _shown = [];

    /// <summary>
    /// True for the first who is held back by this, unless a scenario has already failed with all of it as its own
    /// finding.
    /// </summary>
    public bool IsFirst(Verdict held)
    {
        lock (_lock)
        {
            var first = held.Causes.Count == 0 || !held.Causes.All(_shown.ContainsKey);
            Remember(held, held is Verdict.Blocked blocked ? blocked.Because : held.Sentence);
            return first;
        }
    }

    /// <summary>A scenario fails with this.</summary>
    public void Show(Verdict verdict)
    {
        lock (_lock)
            Remember(verdict, verdict.Sentence);
    }

    /// <summary>
    /// The words with which a scenario has already failed of the same causes; null when one of them is news.
    /// </summary>
    /// <param name="any">One cause that is known is enough.</param>
    public Sentence? ShownBefore(Verdict verdict, bool any)
    {
        lock (_lock)
        {
            Sentence[] known = [.. verdict.Causes.Select(cause => _shown.GetValueOrDefault(cause)).OfType<Sentence>()];
            if (known.Length == 0 || (!any && known.Length < verdict.Causes.Count))
                return null;
            Remember(verdict, known[0]);
            return known[0];
        }
    }

    private void Remember(Verdict verdict, Sentence words)
    {
        foreach (var cause in verdict.Causes)
            _shown.TryAdd(cause, words);
    }
}
