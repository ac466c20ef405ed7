using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Hosts;

/// <summary>The folder that `pip3 show` says a package lies in.</summary>
internal static partial class PipLocation
{
    /// <summary>Null where no line names an absolute folder of plain letters.</summary>
    public static string? In(string shown) =>
        Line().Match(shown) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^Location:\s*(/[\w./+-]+?)/?\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
