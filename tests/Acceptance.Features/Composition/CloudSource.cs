using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Waits;
using Acceptance.Runs;
using Acceptance.Runs.Rehearsals;

namespace Acceptance.Features.Composition;

/// <summary>
/// The one place that knows of the twin: starts it when no site file is named, and opens the same drivers on either.
/// </summary>
internal sealed class CloudSource : ICloudSource, IAsyncDisposable
{
    private Twin? _twin;

    public string SiteFile { get; private set; } = "";

    public IReadOnlyList<Sentence> Warnings { get; private set; } = [];

    /// <summary>Whether the cloud of the run ends with this process.</summary>
    public bool Embedded => _twin is not null;

    public Task<ICloud> OpenSite(RunSettings settings, IRequestGate gate)
    {
        if (settings.Site == "twin")
        {
            _twin ??= Twin.Start(new TwinOptions { World = "rebuilt" });
            SiteFile = "the embedded twin";
            return Open(_twin.SiteFile, gate);
        }

        SiteFile = Path.GetFullPath(settings.Site, settings.Root);
        return Open(SiteFile, gate);
    }

    public async Task<Rehearsal> OpenRehearsal(string world)
    {
        var twin = Twin.Start(new TwinOptions { World = world });
        return await Rehearsal.On(() => Open(twin.SiteFile, new AllowAll()), twin);
    }

    public async ValueTask DisposeAsync()
    {
        if (_twin is not null)
            await _twin.DisposeAsync();
    }

    private Task<ICloud> Open(string file, IRequestGate gate)
    {
        var site = new SiteReader(Budgets.ByName.Keys, KnownIssueIndex.AllNames).Read(file);
        // What `acceptance site check` refuses, a run does not begin with.
        if (SiteFiles.Unusable(site, file) is { Count: > 0 } unusable)
            throw new InvalidDataException(string.Join(Environment.NewLine, unusable));
        Warnings = SiteFiles.Exposed(site, file);
        return Task.FromResult<ICloud>(LiveCloud.Open(site, Path.GetDirectoryName(file)!, gate));
    }
}
