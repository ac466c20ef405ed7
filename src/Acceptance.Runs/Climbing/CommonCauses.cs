using System.Collections.Concurrent;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Climbing;

/// <summary>
/// Causes that hold several scenarios back: a red rung, a missing permit, a cluster that could not be made. The first scenario that meets one
/// fails with its words, so that a narrow filter on a dark cloud is red; the rest are ignored with the same words.
/// </summary>
public sealed class CommonCauses
{
    private readonly ConcurrentDictionary<string, bool> _met = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Entry, string Victim), string> _found = new();

    /// <summary>True for the first who meets it, unless a scenario has already failed with it as its own finding.</summary>
    public bool IsFirst(string cause) => _met.TryAdd(cause, true);

    /// <summary>A scenario fails with this.</summary>
    public void Show(Verdict verdict)
    {
        _met.TryAdd(verdict.Sentence, true);
        foreach (var finding in Findings(verdict))
            _found.TryAdd((finding.Entry!, finding.Victim), verdict.Sentence);
    }

    /// <summary>The words with which a scenario has already failed of the same cause: the same words, or each finding's known issue at the same victim. Null when it is news.</summary>
    /// <param name="any">One finding that is known is enough.</param>
    public string? Shown(Verdict verdict, bool any)
    {
        if (_met.ContainsKey(verdict.Sentence))
            return verdict.Sentence;
        if (verdict is not Verdict.Broken broken)
            return null;
        string[] known =
        [
            .. Findings(verdict)
                .Select(finding => _found.GetValueOrDefault((finding.Entry!, finding.Victim)))
                .OfType<string>(),
        ];
        if (known.Length == 0 || (!any && known.Length < broken.Findings.Count))
            return null;
        _met.TryAdd(verdict.Sentence, true);
        return known[0];
    }

    private static IEnumerable<Finding> Findings(Verdict verdict) =>
        verdict is Verdict.Broken broken ? broken.Findings.Where(finding => finding.Entry is not null) : [];
}
