using Acceptance.Benchmarks.Measuring;
using Acceptance.Live.Tests.Hostile.Services;

namespace Acceptance.Benchmarks.Hostile;

/// <summary>
/// What hostile services cost in memory: each client meets each of them in a process of its own, the service with it,
/// and the kernel says the most that ever lay in memory.
/// </summary>
internal static class HostileBenchmark
{
    public const string Word = "meet";

    private const long Bar = 600L << 20;

    /// <summary>The measured process: one client, one hostility.</summary>
    public static async Task<int> Meet(string[] rest)
    {
        var (kind, client) = Hostilities.Rows.Single(row => row.Kind.Name == rest[0] && row.Client.Name == rest[1]);
        var met = await HostileMeeting.Of(kind, client);
        Child.Answer(new Meeting(PeakMemory.Of("self"), met.Ended.Why));
        return 0;
    }

    public static async Task<int> Run(TextWriter output)
    {
        var table = new Table("hostility", "most", "by", "clients", "ended");
        var worst = 0L;
        foreach (var rows in Hostilities.Rows.GroupBy(row => row.Kind))
        {
            List<(Meeting Met, HostileClient Client)> met = [];
            foreach (var (kind, client) in rows)
                met.Add((await Child.Ask<Meeting>(Word, kind.Name, client.Name), client));
            var (most, by) = met.MaxBy(one => one.Met.Most);
            worst = Math.Max(worst, most.Most);
            var ended = string.Join(", ", met.Select(one => one.Met.Ended).Distinct());
            table.Row(rows.Key.Name, most.Most.Mebibytes(), by.Name, met.Count.Count(), ended);
        }

        table.Print(output);
        output.WriteLine($"the most of all: {worst.Mebibytes()}; the bar: {Bar.Mebibytes()}");
        return worst < Bar ? 0 : 1;
    }

    /// <param name="Most">In bytes.</param>
    private sealed record Meeting(long Most, string Ended);
}
