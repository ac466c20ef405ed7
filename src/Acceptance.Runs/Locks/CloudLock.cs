using Acceptance.Cloud;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Shells;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Locks;

/// <summary>
/// One mutating run at a time a cloud: a lock file here, which the system frees when its holder dies, and a tag on
/// the site's project there {run, host, since}, which tells runs on other machines who holds it.
/// </summary>
public sealed class CloudLock : IAsyncDisposable
{
    internal const string FileName = "lock";

    private readonly FileStream _file;
    private Func<Task>? _untag;

    private CloudLock(FileStream file) => _file = file;

    /// <summary>Takes the lock here; throws a verdict that says who has it.</summary>
    public static CloudLock Take(string folder, string runId, DateTimeOffset now) => new(TakeFile(folder, runId, now));

    /// <summary>
    /// Throws a verdict when a run that lives, for all we know, holds the cloud by its tag on the project; tags of
    /// dead ones are removed.
    /// </summary>
    public static async Task RefuseIfHeld(IIdentity identity, string projectId)
    {
        var tags = await identity.Tags(projectId);
        if (tags is Reading<IReadOnlyList<string>>.Unread unread)
            throw new VerdictException(unread.ToVerdict());
        foreach (
            var held in tags.ValueOrDefault!.Where(tag => tag.StartsWith(CloudHolder.Prefix, StringComparison.Ordinal))
        )
            await Supersede(identity, projectId, held);
    }

    /// <summary>Sets the tag there, so that runs on other machines see it.</summary>
    public async Task Tell(IIdentity identity, string projectId, string runId, DateTimeOffset now)
    {
        await RefuseIfHeld(identity, projectId);
        var tag = CloudHolder.This(runId, now).Tag;
        if (await identity.AddTag(projectId, tag) is Reading<Done>.Unread refused)
            throw new VerdictException(refused.ToVerdict());
        _untag = () => identity.RemoveTag(projectId, tag);
    }

    public async ValueTask DisposeAsync()
    {
        if (_untag is not null)
            await _untag();
        await _file.DisposeAsync();
    }

    // A holder whose process has ended is dead; one on another machine is alive, for all we know.
    private static async Task Supersede(IIdentity identity, string projectId, string tag)
    {
        if (CloudHolder.Read(tag) is not { HasEnded: true } holder)
        {
            throw new VerdictException(
                Verdict.NotKnown(
                    $"another run holds this cloud: {CloudHolder.Read(tag)?.ToString() ?? tag}; nothing was touched. "
                        + $"When that run is dead, remove the tag: "
                        + $"{(ByHand)$"openstack project set --remove-tag {tag} {projectId}"}",
                    new Cause(CauseKind.Resource, "cloud", tag)
                )
            );
        }

        await identity.RemoveTag(projectId, holder.Tag);
    }

    private static FileStream TakeFile(string folder, string runId, DateTimeOffset now)
    {
        var state = PrivateFolder.Own(folder);
        var file = Locked(state);
        try
        {
            state.Replace(
                "holder",
                $"run {runId} of process {Environment.ProcessId} on {Environment.MachineName} since "
                    + $"{now:yyyy-MM-dd HH:mm:ss} UTC (cloud time)"
            );
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream Locked(PrivateFolder state)
    {
        try
        {
            return state.Open(FileName, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            var holder = state.In("holder");
            var who = File.Exists(holder) ? File.ReadAllText(holder) : "a run that left no name";
            var path = state.In(FileName);
            throw new VerdictException(
                Verdict.NotKnown(
                    $"this cloud is held by {who}; nothing was touched. Wait for it, or end it (lock file {path})",
                    new Cause(CauseKind.Resource, "cloud", path)
                )
            );
        }
    }
}
