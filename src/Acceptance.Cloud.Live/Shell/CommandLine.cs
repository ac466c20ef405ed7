using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>Words as a shell line that means exactly them.</summary>
internal static partial class CommandLine
{
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    public static string Quote(string word) =>
        Plain().IsMatch(word) ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    [GeneratedRegex(@"^[A-Za-z0-9_@%+=:,./-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
