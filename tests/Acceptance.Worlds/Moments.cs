namespace Acceptance.Worlds;

/// <summary>The services write whole seconds.</summary>
internal static class Moments
{
    public static DateTimeOffset InSeconds(this DateTimeOffset moment) =>
        new(moment.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
