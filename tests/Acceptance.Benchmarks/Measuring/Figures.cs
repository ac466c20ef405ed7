using System.Globalization;

namespace Acceptance.Benchmarks.Measuring;

/// <summary>Figures as the tables show them.</summary>
internal static class Figures
{
    public static string Milliseconds(this TimeSpan span, string format = "0") =>
        span.TotalMilliseconds.ToString(format, CultureInfo.InvariantCulture) + " ms";

    public static string Seconds(this TimeSpan span) =>
        span.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";

    public static string Mebibytes(this long bytes) =>
        (bytes / 1024.0 / 1024).ToString("0", CultureInfo.InvariantCulture) + " MiB";

    public static string Count(this double number, string format = "0") =>
        number.ToString(format, CultureInfo.InvariantCulture);

    public static string Count(this int number) => number.ToString(CultureInfo.InvariantCulture);
}
