using System.Globalization;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>The moments that journalctl's --since and --until take (systemd.time), in the twin's time.</summary>
internal static partial class JournalTime
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mm:ss",
        "yyyy-MM-ddTHH:mm:ssZ",
        "yyyy-MM-dd HH:mm:ss UTC",
        "ddd yyyy-MM-dd HH:mm:ss UTC",
    ];

    /// <summary>Null when it is no moment.</summary>
    public static DateTimeOffset? Parse(string text, DateTimeOffset now)
    {
        text = text.Trim();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        switch (text)
        {
            case "now":
                return now;
            case "today":
                return today;
            case "yesterday":
                return today.AddDays(-1);
            case "tomorrow":
                return today.AddDays(1);
        }

        if (text.StartsWith('@'))
            return long.TryParse(text[1..], CultureInfo.InvariantCulture, out var seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
        if (
            DateTimeOffset.TryParseExact(
                text,
                Forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
            return moment;
        if (TimeSpan.TryParseExact(text, [@"hh\:mm", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var time))
            return today + time;
        var back = text.EndsWith(" ago", StringComparison.Ordinal) || text.StartsWith('-');
        var span =
            text.EndsWith(" ago", StringComparison.Ordinal) ? text[..^4]
            : text.StartsWith('-') || text.StartsWith('+') ? text[1..]
            : null;
        return span is not null && Span(span) is { } length
            ? back
                ? now - length
                : now + length
            : null;
    }

    private static TimeSpan? Span(string text)
    {
        if (!Whole().IsMatch(text))
            return null;
        return Part()
            .Matches(text)
            .Aggregate(
                TimeSpan.Zero,
                (sum, part) =>
                    sum
                    + (
                        double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture)
                        * part.Groups[2].Value switch
                        {
                            "" or "s" or "sec" or "second" or "seconds" => TimeSpan.FromSeconds(1),
                            "m" or "min" or "minute" or "minutes" => TimeSpan.FromMinutes(1),
                            "h" or "hr" or "hour" or "hours" => TimeSpan.FromHours(1),
                            "d" or "day" or "days" => TimeSpan.FromDays(1),
                            "w" or "week" or "weeks" => TimeSpan.FromDays(7),
                            _ => TimeSpan.FromDays(30.44),
                        }
                    )
            );
    }

    [GeneratedRegex(@"^(?:\s*\d+\s*(?:s|sec|seconds?|m|min|minutes?|h|hr|hours?|d|days?|w|weeks?|M|months?)?)+$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"(\d+)\s*([a-zA-Z]*)")]
    private static partial Regex Part();
}
