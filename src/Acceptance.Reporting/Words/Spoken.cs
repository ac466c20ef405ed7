using System.Globalization;
using Acceptance.Decisions.Runs;

namespace Acceptance.Reporting.Words;

/// <summary>Times and levels as an operator says them, the same on every machine.</summary>
internal static class Spoken
{
    /// <summary>2026-11-04 10:02:11Z.</summary>
    public static string Moment(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>0 s, 8.4 s, 50 s, 21 min 3 s, 2 h 5 min.</summary>
    public static string Span(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
            return "0 s";
        if (span.TotalSeconds < 9.95)
            return span.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";
        var whole = TimeSpan.FromSeconds(Math.Round(span.TotalSeconds));
        if (whole.TotalMinutes < 1)
            return $"{whole.Seconds} s";
        if (whole.TotalHours < 1)
            return whole.Seconds == 0 ? $"{whole.Minutes} min" : $"{whole.Minutes} min {whole.Seconds} s";
        return whole.Minutes == 0 ? $"{(int)whole.TotalHours} h" : $"{(int)whole.TotalHours} h {whole.Minutes} min";
    }

    public static string Level(AcceptanceLevel level) =>
        level switch
        {
            AcceptanceLevel.FormallyClosed => "formally closed",
            AcceptanceLevel.FunctionallyAccepted => "functionally accepted",
            _ => "not accepted",
        };

    /// <summary>"1 scenario", "3 scenarios".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
