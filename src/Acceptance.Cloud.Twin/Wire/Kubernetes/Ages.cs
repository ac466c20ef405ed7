using System.Globalization;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>Ages as kubectl shows them: 119s, 2m1s, 10m, 3h20m, 2d4h, 8d, 2y.</summary>
internal static class Ages
{
    public static string Of(DateTimeOffset? from, DateTimeOffset now) =>
        from is { } since ? Of(now - since) : "<unknown>";

    public static string Of(TimeSpan span)
    {
        var seconds = (long)span.TotalSeconds;
        if (seconds < -1)
            return "<invalid>";
        if (seconds < 0)
            return "0s";
        if (seconds < 120)
            return Text($"{seconds}s");
        var minutes = seconds / 60;
        if (minutes < 10)
            return seconds % 60 == 0 ? Text($"{minutes}m") : Text($"{minutes}m{seconds % 60}s");
        if (minutes < 180)
            return Text($"{minutes}m");
        var hours = minutes / 60;
        if (hours < 8)
            return minutes % 60 == 0 ? Text($"{hours}h") : Text($"{hours}h{minutes % 60}m");
        if (hours < 48)
            return Text($"{hours}h");
        var days = hours / 24;
        if (hours < 192)
            return hours % 24 == 0 ? Text($"{days}d") : Text($"{days}d{hours % 24}h");
        if (days < 730)
            return Text($"{days}d");
        if (days < 2920)
            return days % 365 == 0 ? Text($"{days / 365}y") : Text($"{days / 365}y{days % 365}d");
        return Text($"{days / 365}y");
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
