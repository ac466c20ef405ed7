namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>The Open vSwitch database of a chassis: it looks the same whether ovs-vswitchd lives or not.</summary>
public sealed class OvsDatabase
{
    /// <summary>ovsdb-server runs; stopped, its socket has gone.</summary>
    public bool Running { get; set; } = true;

    /// <summary>ovs-vswitchd runs.</summary>
    public bool SwitchRunning { get; set; } = true;

    /// <summary>"system" (the kernel's) or "netdev" (in user space).</summary>
    public string Datapath { get; set; } = "system";

    /// <summary>The other chassis that it has a geneve tunnel to, by the tunnel's remote address.</summary>
    public List<string> Tunnels { get; } = [];

    /// <summary>A port of br-ex whose device does not exist; null when there is none.</summary>
    public string? MissingDevice { get; set; }

    /// <summary>external-ids that differ from what the charm writes: a null value takes the key away.</summary>
    public Dictionary<string, string?> Overrides { get; } = new(StringComparer.Ordinal);

    /// <summary>Nobody has configured it yet.</summary>
    public bool Unconfigured { get; set; }
}
