using System.Globalization;

namespace Acceptance.Decisions.Checks;

/// <summary>How a sentence tells a moment: to the minute, and always in UTC.</summary>
internal static class Moment
{
    public static string At(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>" since ..." where the moment is known, else nothing.</summary>
    public static string Since(DateTimeOffset? moment) => moment is { } since ? $" since {At(since)}" : "";
}
