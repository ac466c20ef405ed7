using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Waits;

namespace Acceptance.Worlds.Tests;

/// <summary>A world behind its wire: what is read of it the drivers read, from a twin that is served.</summary>
public sealed class WiredWorld : DrawnWorld, IAsyncDisposable
{
    private readonly Twin _twin;
    private LiveCloud? _cloud;

    private WiredWorld(Twin twin)
        : base(twin.World, twin.Faults)
    {
        _twin = twin;
        Site = new SiteReader(Budgets.ByName.Keys).Read(twin.SiteFile);
    }

    public override Site Site { get; }

    /// <summary>Opened when it is first asked, as a run is begun: by the files as they are then.</summary>
    public override ICloud Cloud => _cloud ??= LiveCloud.Open(Site, _twin.Home, new AllowAll());

    public static WiredWorld Serve(TwinOptions options) => new(Twin.Start(options));

    public async ValueTask DisposeAsync()
    {
        if (_cloud is not null)
            await _cloud.DisposeAsync();
        await _twin.DisposeAsync();
    }
}
