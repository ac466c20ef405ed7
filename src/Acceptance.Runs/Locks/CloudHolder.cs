using System.Globalization;

namespace Acceptance.Runs.Locks;

/// <summary>Who holds a cloud, as a tag of its project says it: acceptance-run~RUN~HOST~PROCESS~BEGUN~SINCE.</summary>
/// <param name="Process">The process id on that host.</param>
/// <param name="Begun">When that process began, in the kernel's ticks since the boot: an id alone is given
/// again.</param>
/// <param name="Since">Cloud time, yyyyMMdd-HHmmss.</param>
public sealed record CloudHolder(string Run, string Host, int Process, long Begun, string Since)
{
    public const string Prefix = "acceptance-run~";

    public string Tag => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Run}~{Host}~{Process}~{Begun}~{Since}");

    /// <summary>Whether it ran here and its process is no more; of another host nothing is known.</summary>
    public bool HasEnded => Host == Environment.MachineName && BegunOf(Process) != Begun;

    public static CloudHolder This(string run, DateTimeOffset now) =>
        new(
            run,
            Environment.MachineName,
            Environment.ProcessId,
            BegunOf(Environment.ProcessId) ?? 0,
            now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)
        );

    /// <summary>Null for a tag that is no holder's.</summary>
    public static CloudHolder? Read(string tag) =>
        tag.Split('~') is [_, var run, var host, var process, var begun, var since]
        && int.TryParse(process, CultureInfo.InvariantCulture, out var id)
        && long.TryParse(begun, CultureInfo.InvariantCulture, out var ticks)
            ? new CloudHolder(run, host, id, ticks, since)
            : null;

    public override string ToString() => $"{Run} (process {Process} on {Host}) since {Since}";

    // /proc/PID/stat: the id, the name in brackets, the state, and 19 fields after it the start. A zombie holds
    // nothing any more.
    private static long? BegunOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
