using Reqnroll;

namespace Acceptance.StandIns.Tests.Reqnroll;

[Binding]
public sealed class Transformations(WordLog log)
{
    [StepArgumentTransformation(@"([\d.]+):(\d+)", Name = "endpoint")]
    public static Address ToAddress(string host, int port) => new(host, port);

    [StepArgumentTransformation(@"(\d+) minutes? and (\d+) seconds?")]
    public static TimeSpan ToSpan(int minutes, int seconds) => new(0, minutes, seconds);

    [StepArgumentTransformation("tomorrow", Name = "day")]
    public async Task<DateOnly> ToDay()
    {
        await Task.Yield();
        log.Add("asked for tomorrow");
        return new DateOnly(2026, 11, 22);
    }

    [StepArgumentTransformation("a dozen")]
    public static int ToDozen() => 12;

    [StepArgumentTransformation]
    public static Host[] ToHosts(DataTable table) => [.. table.CreateSet<Host>()];
}
