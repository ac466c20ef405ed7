namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>
/// A haproxy process: the configuration that it read when it was started or reloaded, and what its checks found since.
/// </summary>
internal sealed class HaProxyProcess
{
    /// <summary>How long after a reload the first check comes back (captures: 1.4 s).</summary>
    private static readonly TimeSpan FirstCheck = TimeSpan.FromSeconds(1.4);

    private readonly HaProxyFleet _fleet;
    private readonly Func<DateTimeOffset> _now;
    private readonly Func<string, bool> _signsVault;

    public HaProxyProcess(
        HaProxyConfiguration configuration,
        HaProxyFleet fleet,
        Func<DateTimeOffset> now,
        Func<string, bool> signsVault
    )
    {
        (Configuration, _fleet, _now, _signsVault) = (configuration, fleet, now, signsVault);
        Started = now();
        Servers = configuration.Proxies.ToDictionary(
            proxy => proxy,
            proxy =>
                (IReadOnlyList<HaProxyServerState>)
                    [.. proxy.Servers.Select(line => new HaProxyServerState(this, proxy, line))]
        );
    }

    public HaProxyConfiguration Configuration { get; }

    public DateTimeOffset Started { get; }

    public DateTimeOffset Now => _now();

    public bool FirstChecksBack => Now - Started >= FirstCheck;

    public IReadOnlyDictionary<HaProxyProxy, IReadOnlyList<HaProxyServerState>> Servers { get; }

    /// <summary>Runs the checks that were due.</summary>
    public void Look()
    {
        foreach (var server in Servers.Values.SelectMany(all => all))
            server.Look();
    }

    internal HaProxyCheck CheckOf(HaProxyProxy proxy, HaProxyServerLine line)
    {
        var peer = _fleet.PeerAt(line.Address, line.Port);
        return HaProxyCheck.Of(
            proxy,
            line,
            peer,
            peer.SignedByVault && line.After("ca-file") is { } ca && _signsVault(ca)
        );
    }
}
