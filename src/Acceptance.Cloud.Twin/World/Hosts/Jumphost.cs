namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// Where the operator sits: the hypervisor under the hosts, with routes to the public VIPs
/// and floating IPs and to nothing else.
/// </summary>
internal sealed class Jumphost(string name, string home)
{
    public string Name { get; } = name;

    /// <summary>The operator's home; empty in a world without a wire.</summary>
    public string Home { get; } = home;

    public HostFiles Files { get; } = new();

    /// <summary>
    /// What capi-mgmt-net.env says instead of the management VM's floating IP:
    /// the record of an earlier rebuild (DOCFIX-038); null: it is right.
    /// </summary>
    public string? StaleManagementFip { get; private set; }

    /// <summary>capi-mgmt-net.env says something else now; whoever writes that file writes it again.</summary>
    public event Action? NetEnvChanged;

    /// <summary>
    /// When a capture was taken of a run that failed, where the site's baseline is a capture (D-011.7); null: it is of
    /// snapshots.
    /// </summary>
    public DateTimeOffset? RefusedCapture { get; private set; }

    /// <summary>Another baseline is named, or lies there.</summary>
    public event Action? CaptureLeft;

    public string Captures => Path.Combine(Home, "captures");

    public void LeaveCapture(DateTimeOffset? refused)
    {
        RefusedCapture = refused;
        CaptureLeft?.Invoke();
    }

    public void RecordManagementFip(string? stale)
    {
        StaleManagementFip = stale;
        NetEnvChanged?.Invoke();
    }
}
