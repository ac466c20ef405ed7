using System.Globalization;
using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Steps.Runs;

/// <summary>
/// One mutating run at a time a cloud: a lock file here, which the system frees when its holder dies, and a tag on the site's project there
/// {run, host, since}, which tells runs on other machines who holds it.
/// </summary>
public sealed class CloudLock : IAsyncDisposable
{
    private const string Prefix = "acceptance-run";
    private readonly FileStream _file;
    private readonly IIdentity _identity;
    private readonly string _projectId;
    private readonly string _tag;

    private CloudLock(FileStream file, IIdentity identity, string projectId, string tag) => (_file, _identity, _projectId, _tag) = (file, identity, projectId, tag);

    /// <summary>Takes both; throws a verdict that says who holds it.</summary>
    public static async Task<CloudLock> Take(string folder, IIdentity identity, string projectId, string runId, DateTimeOffset now)
    {
        var file = TakeFile(folder, runId, now);
        try
        {
            var tags = await identity.Tags(projectId);
            if (tags is Reading<IReadOnlyList<string>>.Unread unread) throw new VerdictException(unread.ToVerdict());
            foreach (var held in tags.ValueOrDefault!.Where(tag => tag.StartsWith(Prefix, StringComparison.Ordinal)))
                await Supersede(identity, projectId, held);
            var tag = $"{Prefix}.{runId}.{Environment.MachineName}.{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
            if (await identity.AddTag(projectId, tag) is Reading<Done>.Unread refused) throw new VerdictException(refused.ToVerdict());
            return new CloudLock(file, identity, projectId, tag);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _identity.RemoveTag(_projectId, _tag);
        await _file.DisposeAsync();
    }

    // A tag of this machine whose lock file we just took belongs to a run that died; one of another machine is a run that lives, for all we know.
    private static async Task Supersede(IIdentity identity, string projectId, string tag)
    {
        var parts = tag.Split('.');
        if (parts.ElementAtOrDefault(2) != Environment.MachineName)
        {
            throw new VerdictException(Verdict.NotKnown(
                $"another run holds this cloud: {parts.ElementAtOrDefault(1)} on {parts.ElementAtOrDefault(2)} since {parts.ElementAtOrDefault(3)}; nothing was touched. "
                + $"When that run is dead, remove the tag: openstack project set --remove-tag {tag} {projectId}"));
        }

        await identity.RemoveTag(projectId, tag);
    }

    private static FileStream TakeFile(string folder, string runId, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "lock");
        var holder = Path.Combine(folder, "holder");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, $"run {runId} of process {Environment.ProcessId} on {Environment.MachineName} since {now:yyyy-MM-dd HH:mm:ss} UTC (cloud time)");
            return file;
        }
        catch (IOException)
        {
            var who = File.Exists(holder) ? File.ReadAllText(holder) : "a run that left no name";
            throw new VerdictException(Verdict.NotKnown($"this cloud is held by {who}; nothing was touched. Wait for it, or end it (lock file {path})"));
        }
    }
}
