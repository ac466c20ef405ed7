using Acceptance.Cloud;
using Acceptance.Cloud.Faults;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Climbing;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Locks;
using Acceptance.Runs.Permits;
using Acceptance.Runs.Rehearsals;
using Acceptance.Runs.Scenarios;

namespace Acceptance.Runs;

/// <summary>
/// One run against one cloud: opened when the first scenario asks for it, closed once. What scenarios share hangs
/// here: what was read, the ladder, the journal, the workload cluster.
/// </summary>
public sealed class AcceptanceRun(RunSettings settings, ICloudSource source, TimeProvider wall, Action<string> console)
    : IAsyncDisposable
{
    private readonly Action<Sentence> _say = line => console(Published.OnConsole(line));
    private readonly SemaphoreSlim _opening = new(1, 1);
    private RunParts? _parts;
    private Verdict? _refused;

    public RunSettings Settings { get; } = settings;

    public ICloudSource Source { get; } = source;

    public TimeProvider Wall { get; } = wall;

    public string Id { get; } = $"{wall.GetUtcNow():yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..6]}";

    /// <summary>What our own drivers start on a cloud, for who wants to know how they do it.</summary>
    public OwnFlight Flight { get; } = new(source);

    public CommonCauses Causes { get; } = new();

    public VerdictBook Book { get; } = new();

    /// <summary>The parts of an opened run; null while nothing has asked for the cloud.</summary>
    public RunParts? Opened => _parts;

    /// <summary>The cloud's time once it is open, the machine's before.</summary>
    public DateTimeOffset Now => _parts?.Cloud.Clock.Now ?? Wall.GetUtcNow();

    /// <summary>The site's waivers, once it is read.</summary>
    public IReadOnlyList<SiteWaiver> Waivers => _parts?.Site.Waivers ?? [];

    /// <summary>The ladder as far as it was climbed; of a run that could not begin, the site's rung says why.</summary>
    public IReadOnlyList<RungRecord> Rungs =>
        _parts is { } parts
            ? parts.Ladder.Records
            : [.. Ladder.Rungs.Select((rung, height) => new RungRecord(rung, height == 0 ? _refused : null, null))];

    /// <summary>
    /// Opens the cloud at the first call. A site that cannot be read is the finding of the lowest rung.
    /// </summary>
    public async Task<RunParts> Open()
    {
        if (_parts is not null)
            return _parts;
        await _opening.WaitAsync();
        try
        {
            if (_refused is not null)
                throw new VerdictException(_refused);
            return _parts ??= await OpenParts();
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Say(Sentence line) => _say(line);

    /// <summary>The end: what the run made and nobody removed goes, unless the site says keep; then the lock.</summary>
    public async Task Close()
    {
        if (_parts is null)
            return;
        if (_parts.Hold.Taken && !_parts.Site.Keep && await _parts.Cluster.RemoveIfMade() is { } left)
            _say($"{left}");
        await _parts.Hold.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_parts is not null)
        {
            await _parts.Hold.DisposeAsync();
            await _parts.Cloud.DisposeAsync();
        }

        _opening.Dispose();
    }

    private async Task<RunParts> OpenParts()
    {
        if (Settings.Refused is { } wrong)
            throw Refuse(wrong);
        var (cloud, gate) = await OpenSite();
        var folder = await StateOf(cloud);
        if (Settings.Faults.Count > 0)
        {
            // The gate of this opening serves the planting alone: who sets the faults of a twin has permitted them by
            // that.
            gate.Become(new AllowAll());
            await Plant(cloud);
            // A fault may lie in a file that the site locates: what was read before it is not what an operator would
            // read now.
            await cloud.DisposeAsync();
            (cloud, gate) = await OpenSite();
        }

        var permit = Settings.Permit ?? PermitWords.Read(cloud.Site.Permit);
        gate.Become(new PermitGate(permit));
        _say($"site {cloud.Site.Name} ({Source.SiteFile}), permit {permit.Word()}: {Touches(permit, cloud.Site)}");
        foreach (var warning in Source.Warnings)
            _say(warning);
        var taken = permit > Permit.Observe ? await Reserve(cloud, folder) : null;
        return new RunParts(Id, cloud, permit, folder, taken, Wall, _say);
    }

    // What others may have written proves nothing of what we made: it is refused before the cloud is asked anything.
    private async Task<string> StateOf(ICloud cloud)
    {
        try
        {
            var folder = PrivateFolder.Own(Settings.State).Folder(CloudName.Of(cloud.Site));
            folder.DemandOurs(Journal.FileName);
            folder.DemandOurs(CloudLock.FileName);
            folder.SweepUnfinished();
            return folder.Path;
        }
        catch (Exception exposed) when (exposed is NotPrivateException or IOException or UnauthorizedAccessException)
        {
            await cloud.DisposeAsync();
            throw Refuse($"ACCEPTANCE_STATE: {exposed.Message}");
        }
    }

    // A run that may change the cloud does not even read beside another: what it saw would be the other's doing.
    private async Task<CloudLock> Reserve(ICloud cloud, string folder)
    {
        CloudLock? taken = null;
        try
        {
            taken = CloudLock.Take(folder, Id, cloud.Clock.Now);
            // Where the project cannot be read yet, the ladder says why; holding asks again.
            if (
                cloud.Site.Workload is { } workload
                && await cloud.OpenStack.Identity.Project(workload.Project, workload.Domain)
                    is Reading<Project>.Seen project
            )
                await CloudLock.RefuseIfHeld(cloud.OpenStack.Identity, project.Value.Id);
            return taken;
        }
        catch (VerdictException held)
        {
            if (taken is not null)
                await taken.DisposeAsync();
            await cloud.DisposeAsync();
            throw Refuse((held.Verdict as Verdict.Unknown)?.WhatWasMissing ?? held.Verdict.Sentence);
        }
    }

    // Every scenario meets it: one cause, whatever it is that refused.
    private VerdictException Refuse(Sentence sentence)
    {
        _refused = Verdict.NotKnown(sentence, new Cause(CauseKind.Run, Id));
        return new VerdictException(_refused);
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
            throw Refuse($"{refused.Message}");
        }
    }

    private async Task Plant(ICloud cloud)
    {
        foreach (var fault in Settings.Faults)
        {
            if (await cloud.Faults.Inject(fault) is not Reading<Acceptance.Cloud.Faults.InjectedFault>.Unread unread)
                continue;
            await cloud.DisposeAsync();
            throw Refuse($"ACCEPTANCE_FAULTS: {unread.Sentence}");
        }
    }

    private static string Touches(Permit permit, Site site) =>
        permit == Permit.Observe ? "reads only"
        : site.Workload is { } workload
            ? $"may make and remove the image {workload.Image.Name}, the template {workload.Template.Name}, "
                + $"the cluster {workload.Cluster} and a throwaway Service"
        : "has nothing to make";
}
