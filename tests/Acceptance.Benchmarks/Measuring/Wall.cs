namespace Acceptance.Benchmarks.Measuring;

/// <summary>
/// The machine's clock: wall time is what a benchmark is about, and this is the one place that names it.
/// </summary>
internal static class Wall
{
#pragma warning disable RS0030 // Nothing waits on it; it is only read, and handed to whoever measures.
    public static TimeProvider Clock => TimeProvider.System;
#pragma warning restore RS0030
}
