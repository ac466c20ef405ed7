using System.Collections.Concurrent;

namespace Acceptance.Steps.Runs;

/// <summary>
/// Causes that hold several scenarios back: a red rung, a missing permit, a cluster that could not be made. The first scenario that meets one
/// fails with its words, so that a narrow filter on a dark cloud is red; the rest are ignored with the same words.
/// </summary>
public sealed class CommonCauses
{
    private readonly ConcurrentDictionary<string, bool> _met = new(StringComparer.Ordinal);

    /// <summary>True for the first who meets it, unless a scenario has already failed with it as its own finding.</summary>
    public bool IsFirst(string cause) => _met.TryAdd(cause, true);

    /// <summary>Whether a scenario has already failed with these words.</summary>
    public bool WasShown(string cause) => _met.ContainsKey(cause);
}
