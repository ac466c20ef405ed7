using System.Globalization;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>Go's durations: 90s, 5m, 1h30m.</summary>
internal static partial class JujuDuration
{
    public static TimeSpan? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || !Whole().IsMatch(text))
            return null;
        var total = TimeSpan.Zero;
        foreach (Match part in Part().Matches(text))
        {
            var number = double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture);
            total += part.Groups[2].Value switch
            {
                "h" => TimeSpan.FromHours(number),
                "m" => TimeSpan.FromMinutes(number),
                "ms" => TimeSpan.FromMilliseconds(number),
                _ => TimeSpan.FromSeconds(number),
            };
        }

        return total;
    }

    [GeneratedRegex(@"^(?:[\d.]+(?:ms|h|m|s))+$", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"([\d.]+)(ms|h|m|s)", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Part();
}
