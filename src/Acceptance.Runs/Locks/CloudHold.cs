using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Locks;

/// <summary>
/// Before the first mutation: tells the cloud that this run holds it, and sweeps what dead runs of ours left.
/// </summary>
/// <param name="taken">The lock here; null for a run that changes nothing.</param>
public sealed class CloudHold(
    string runId,
    SiteWorkload? site,
    IIdentity identity,
    ICloudClock clock,
    CloudLock? taken,
    Sweeper sweeper
) : IAsyncDisposable
{
    private CloudLock? _lock = taken;

    /// <summary>Whether the cloud was told: before that this run has changed nothing.</summary>
    public bool Taken { get; private set; }

    public async Task Take()
    {
        if (Taken || _lock is null)
            return;
        await _lock.Tell(identity, (await Project()).Id, runId, clock.Now);
        Taken = true;
        await sweeper.Sweep();
    }

    public async ValueTask DisposeAsync()
    {
        if (_lock is not null)
            await _lock.DisposeAsync();
        _lock = null;
    }

    private async Task<Project> Project()
    {
        if (site is null)
            throw new VerdictException(new Verdict.NotAsked($"the site has no workload section"));
        return await identity.Project(site.Project, site.Domain) is Reading<Project>.Seen project
            ? project.Value
            : throw new VerdictException(
                Verdict.NotKnown(
                    $"the project {site.Project} was not found, so the cloud cannot be held for this run",
                    new Cause(CauseKind.Resource, "project", site.Project)
                )
            );
    }
}
