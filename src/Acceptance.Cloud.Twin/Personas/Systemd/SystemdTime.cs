using System.Globalization;

namespace Acceptance.Cloud.Twin.Personas.Systemd;

/// <summary>Moments and spans as systemd writes them.</summary>
internal static class SystemdTime
{
    public static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>"1 day 4h ago", "5min ago".</summary>
    public static string Ago(TimeSpan span)
    {
        var (days, weeks) = ((int)span.TotalDays, (int)span.TotalDays / 7);
        string Of(int number, string one, string many, string rest) =>
            string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}{rest} ago");
        if (days >= 365)
            return Of(
                days / 365,
                "year",
                "years",
                days % 365 / 30 is > 0 and var left
                    ? string.Create(CultureInfo.InvariantCulture, $" {left} month{(left == 1 ? "" : "s")}")
                    : ""
            );
        if (days >= 30)
            return Of(
                days / 30,
                "month",
                "months",
                days % 30 is > 0 and var left
                    ? string.Create(CultureInfo.InvariantCulture, $" {left} day{(left == 1 ? "" : "s")}")
                    : ""
            );
        if (days >= 7)
            return Of(
                weeks,
                "week",
                "weeks",
                days % 7 is > 0 and var left
                    ? string.Create(CultureInfo.InvariantCulture, $" {left} day{(left == 1 ? "" : "s")}")
                    : ""
            );
        if (days >= 2)
            return Of(days, "day", "days", "");
        if (days == 1)
            return string.Create(CultureInfo.InvariantCulture, $"1 day {span.Hours}h ago");
        if (span.TotalHours >= 1)
            return string.Create(CultureInfo.InvariantCulture, $"{span.Hours}h {span.Minutes}min ago");
        if (span.TotalMinutes >= 5)
            return string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}min ago");
        return span.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}min {span.Seconds}s ago")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalSeconds}s ago");
    }
}
