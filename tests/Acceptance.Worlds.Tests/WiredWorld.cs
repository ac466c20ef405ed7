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
    private readonly LiveCloud _cloud;

    private WiredWorld(Twin twin)
        : base(twin.World, twin.Faults)
    {
        _twin = twin;
        Site = new SiteReader(Budgets.ByName.Keys).Read(twin.SiteFile);
        _cloud = LiveCloud.Open(Site, twin.Home, new AllowAll());
    }

    public override Site Site { get; }

    public override ICloud Cloud => _cloud;

    public static WiredWorld Serve(TwinOptions options) => new(Twin.Start(options));

    public async ValueTask DisposeAsync()
    {
        await _cloud.DisposeAsync();
        await _twin.DisposeAsync();
    }
}
