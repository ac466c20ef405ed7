using System.Globalization;

namespace Acceptance.Cloud.Twin.Personas.Systemd;

/// <summary>Moments and spans as systemd writes them.</summary>
internal static class SystemdTime
{
    public static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>"1 day 4h ago", "5min ago".</summary>
    public static string Ago(TimeSpan span) => Length(span) + " ago";

    private static string Length(TimeSpan span) =>
        (int)span.TotalDays switch
        {
            >= 365 and var days => Two(days / 365, "year", days % 365 / 30, "month"),
            >= 30 and var days => Two(days / 30, "month", days % 30, "day"),
            >= 7 and var days => Two(days / 7, "week", days % 7, "day"),
            >= 2 and var days => Count(days, "day"),
            1 => string.Create(CultureInfo.InvariantCulture, $"1 day {span.Hours}h"),
            _ => WithinADay(span),
        };

    private static string WithinADay(TimeSpan span)
    {
        if (span.TotalHours >= 1)
            return string.Create(CultureInfo.InvariantCulture, $"{span.Hours}h {span.Minutes}min");
        if (span.TotalMinutes >= 5)
            return string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}min");
        return span.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}min {span.Seconds}s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalSeconds}s");
    }

    private static string Two(int number, string unit, int rest, string smaller) =>
        rest > 0 ? $"{Count(number, unit)} {Count(rest, smaller)}" : Count(number, unit);

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
