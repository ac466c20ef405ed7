using System.Text.RegularExpressions;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// What a controller tells of a 403. Only one of Octavia's policy is D-039's: the same code comes from a used-up quota,
/// and from Neutron, whose call stands in a message about a load balancer too (cases, near-misses N17 to N21).
/// </summary>
internal static partial class Refusal
{
    public static bool IsIn(string message) => Words().IsMatch(message);

    public static bool IsOfOctaviasPolicy(string message) =>
        IsIn(message)
        && !message.Contains("quota", StringComparison.OrdinalIgnoreCase)
        && (message.Contains("://", StringComparison.Ordinal) ? OctaviasUrl() : OctaviasName()).IsMatch(message);

    // The code as a word: an id may have its digits.
    [GeneratedRegex(
        @"(^|[^0-9A-Za-z-])403([^0-9A-Za-z-]|$)|Forbidden|forbidden|Policy does not allow",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Words();

    [GeneratedRegex(@"://[^\s\]""]*/lbaas/", RegexOptions.NonBacktracking)]
    private static partial Regex OctaviasUrl();

    [GeneratedRegex(
        @"octavia|load ?-?balancer|Policy does not allow",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OctaviasName();
}
