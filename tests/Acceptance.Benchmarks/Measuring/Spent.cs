namespace Acceptance.Benchmarks.Measuring;

/// <summary>Wall and processor time of something, the latter of this process and all its threads.</summary>
internal sealed record Spent(TimeSpan Wall, TimeSpan Processor)
{
    public static async Task<(T Result, Spent Spent)> By<T>(TimeProvider clock, Func<Task<T>> work)
    {
        var (processor, start) = (Environment.CpuUsage.TotalTime, clock.GetTimestamp());
        var result = await work();
        return (result, new Spent(clock.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor));
    }
}
