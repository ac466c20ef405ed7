using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Climbing;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Locks;
using Acceptance.Runs.Permits;

namespace Acceptance.Runs;

/// <summary>
/// One run against one cloud: opened when the first scenario asks for it, closed once. What scenarios share hangs here: what was read,
/// the ladder, the journal, the workload cluster.
/// </summary>
public sealed class AcceptanceRun(RunSettings settings, ICloudSource source, TimeProvider wall, Action<string> say)
    : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private RunParts? _parts;
    private string? _refused;
    private CloudLock? _held;
    private bool _told;

    public RunSettings Settings { get; } = settings;

    public ICloudSource Source { get; } = source;

    public TimeProvider Wall { get; } = wall;

    public string Id { get; } = $"{wall.GetUtcNow():yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..6]}";

    public CommonCauses Causes { get; } = new();

    public VerdictBook Book { get; } = new();

    /// <summary>The parts of an opened run; null while nothing has asked for the cloud.</summary>
    public RunParts? Opened => _parts;

    /// <summary>Why the run could not begin; null while it could.</summary>
    public string? Refusal => _refused;

    /// <summary>The ladder as far as it was climbed; of a run that could not begin, the site's rung says why.</summary>
    public IReadOnlyList<RungRecord> Rungs =>
        _parts is { } parts
            ? parts.Ladder.Records
            :
            [
                .. Ladder.Rungs.Select(
                    (rung, height) =>
                        new RungRecord(
                            rung,
                            height == 0 && _refused is not null ? Verdict.NotKnown(_refused) : null,
                            null
                        )
                ),
            ];

    /// <summary>Opens the cloud at the first call. A site that cannot be read is the finding of the lowest rung.</summary>
    public async Task<RunParts> Open()
    {
        if (_parts is not null)
            return _parts;
        await _opening.WaitAsync();
        try
        {
            if (_refused is not null)
                throw new VerdictException(Verdict.NotKnown(_refused));
            return _parts ??= await OpenParts();
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Say(string line) => say(line);

    /// <summary>Before the first mutation: tells the cloud that this run holds it, and sweeps what dead runs of ours left.</summary>
    public async Task Hold()
    {
        var parts = await Open();
        if (_told || _held is null)
            return;
        await _held.Tell(parts.Cloud.OpenStack.Identity, (await HeldProject(parts)).Id, Id, parts.Cloud.Clock.Now);
        _told = true;
        await new Sweeper(this, parts).Sweep();
    }

    /// <summary>The end: what the run made and nobody removed goes, unless the site says keep; then the lock.</summary>
    public async Task Close()
    {
        if (_parts is null)
            return;
        if (_told && !_parts.Site.Keep)
            await _parts.Cluster.RemoveIfMade();
        if (_held is not null)
            await _held.DisposeAsync();
        _held = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_held is not null)
            await _held.DisposeAsync();
        if (_parts is not null)
            await _parts.Cloud.DisposeAsync();
        _opening.Dispose();
    }

    private async Task<RunParts> OpenParts()
    {
        _refused = Settings.Refused;
        if (_refused is not null)
            throw new VerdictException(Verdict.NotKnown(_refused));
        var (cloud, gate) = await OpenSite();
        if (Settings.Faults.Count > 0)
        {
            // The gate of this opening serves the planting alone: who sets the faults of a twin has permitted them by that.
            gate.Become(new AllowAll());
            await Plant(cloud);
            // A fault may lie in a file that the site locates: what was read before it is not what an operator would read now.
            await cloud.DisposeAsync();
            (cloud, gate) = await OpenSite();
        }

        var permit = Settings.Permit ?? PermitWords.Read(cloud.Site.Permit);
        gate.Become(new PermitGate(permit));
        say($"site {cloud.Site.Name} ({Source.SiteFile}), permit {permit.Word()}: {Touches(permit, cloud.Site)}");
        var parts = new RunParts(this, cloud, permit);
        if (permit > Permit.Observe)
            await Reserve(parts);
        return parts;
    }

    // A run that may change the cloud does not even read beside another: what it saw would be the other's doing.
    private async Task Reserve(RunParts parts)
    {
        try
        {
            _held = CloudLock.Take(parts.StateFolder, Id, parts.Cloud.Clock.Now);
            // Where the project cannot be read yet, the ladder says why; holding asks again.
            if (
                parts.Site.Workload is { } workload
                && await parts.Cloud.OpenStack.Identity.Project(workload.Project, workload.Domain)
                    is Reading<Project>.Seen project
            )
                await CloudLock.RefuseIfHeld(parts.Cloud.OpenStack.Identity, project.Value.Id);
        }
        catch (VerdictException held)
        {
            if (_held is not null)
                await _held.DisposeAsync();
            (_held, _refused) = (null, held.Verdict is Verdict.Unknown unknown ? unknown.WhatWasMissing : held.Message);
            await parts.Cloud.DisposeAsync();
            throw;
        }
    }

    private static async Task<Project> HeldProject(RunParts parts)
    {
        if (parts.Site.Workload is not { } workload)
            throw new VerdictException(new Verdict.NotAsked("the site has no workload section"));
        return
            await parts.Cloud.OpenStack.Identity.Project(workload.Project, workload.Domain)
                is Reading<Project>.Seen project
            ? project.Value
            : throw new VerdictException(
                Verdict.NotKnown(
                    $"the project {workload.Project} was not found, so the cloud cannot be held for this run"
                )
            );
    }

    private async Task<(ICloud Cloud, DeferredGate Gate)> OpenSite()
    {
        var gate = new DeferredGate();
        try
        {
            return (await Source.OpenSite(Settings, gate), gate);
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            _refused = refused.Message;
            throw new VerdictException(Verdict.NotKnown(_refused));
        }
    }

    private async Task Plant(ICloud cloud)
    {
        foreach (var fault in Settings.Faults)
        {
            if (await cloud.Faults.Inject(fault) is not Reading<Acceptance.Cloud.Faults.InjectedFault>.Unread unread)
                continue;
            _refused = $"ACCEPTANCE_FAULTS: {unread.Sentence}";
            await cloud.DisposeAsync();
            throw new VerdictException(Verdict.NotKnown(_refused));
        }
    }

    private static string Touches(Permit permit, Site site) =>
        permit == Permit.Observe ? "reads only"
        : site.Workload is { } workload
            ? $"may make and remove the image {workload.Image.Name}, the template {workload.Template.Name}, the cluster {workload.Cluster} and a throwaway Service"
        : "has nothing to make";
}
