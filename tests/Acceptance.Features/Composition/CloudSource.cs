using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Waits;
using Acceptance.Runs;

namespace Acceptance.Features.Composition;

/// <summary>
/// The one place that knows of the twin: starts it when no site file is named, and opens the same drivers on either.
/// </summary>
internal sealed class CloudSource : ICloudSource, IAsyncDisposable
{
    private readonly List<Twin> _twins = [];
    private Twin? _twin;

    public string SiteFile { get; private set; } = "";

    public IReadOnlyList<Sentence> Warnings { get; private set; } = [];

    /// <summary>Whether the cloud of the run ends with this process.</summary>
    public bool Embedded => _twin is not null;

    public Task<ICloud> OpenSite(RunSettings settings, IRequestGate gate)
    {
        if (settings.Site == "twin")
        {
            _twin ??= Start("rebuilt");
            SiteFile = "the embedded twin";
            return Open(_twin.SiteFile, gate);
        }

        SiteFile = Path.GetFullPath(settings.Site, settings.Root);
        return Open(SiteFile, gate);
    }

    public Task<ICloud> OpenRehearsal(string world) => Open(Start(world).SiteFile, new AllowAll());

    public async ValueTask DisposeAsync()
    {
        foreach (var twin in _twins)
            await twin.DisposeAsync();
    }

    private Task<ICloud> Open(string file, IRequestGate gate)
    {
        var site = new SiteReader(Budgets.ByName.Keys).Read(file);
        // What `acceptance site check` refuses, a run does not begin with.
        if (SiteFiles.Unusable(site, file) is { Count: > 0 } unusable)
            throw new InvalidDataException(string.Join(Environment.NewLine, unusable));
        Warnings = SiteFiles.Exposed(site, file);
        return Task.FromResult<ICloud>(LiveCloud.Open(site, Path.GetDirectoryName(file)!, gate));
    }

    private Twin Start(string world)
    {
        var twin = Twin.Start(new TwinOptions { World = world });
        lock (_twins)
            _twins.Add(twin);
        return twin;
    }
}
