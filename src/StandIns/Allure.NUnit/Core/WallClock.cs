namespace Allure.NUnit.Core;

/// <summary>The one place that reads the system's clock: a report's times are when the run was, not the cloud's.</summary>
internal static class WallClock
{
#pragma warning disable RS0030
    public static long Milliseconds() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
#pragma warning restore RS0030
}
