using System.Globalization;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Spans as a site file writes them: "00:10:00", or "10m", "90s", "1h30m", "180d". "10" alone is refused: of what?
/// </summary>
public static partial class SiteSpan
{
    public const string Allowed = "a span such as \"10m\", \"90s\", \"1h30m\" or \"00:10:00\"";

    public static TimeSpan? Of(string text)
    {
        if (Clock().IsMatch(text) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span))
            return Positive(span);
        var units = Units().Match(text);
        if (!units.Success || text.Length == 0)
            return null;
        return Positive(
            TimeSpan.FromDays(Number(units, "d"))
                + TimeSpan.FromHours(Number(units, "h"))
                + TimeSpan.FromMinutes(Number(units, "m"))
                + TimeSpan.FromSeconds(Number(units, "s"))
        );
    }

    private static TimeSpan? Positive(TimeSpan span) => span > TimeSpan.Zero ? span : null;

    private static int Number(Match match, string unit) =>
        match.Groups[unit] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(\d{1,4}\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$",
        RegexOptions.CultureInvariant,
        SiteForms.MostMilliseconds
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^((?<d>\d{1,5})d)?((?<h>\d{1,5})h)?((?<m>\d{1,6})m)?((?<s>\d{1,7})s)?$",
        RegexOptions.CultureInvariant,
        SiteForms.MostMilliseconds
    )]
    private static partial Regex Units();
}
