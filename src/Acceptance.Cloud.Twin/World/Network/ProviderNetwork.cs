namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>
/// The network on which the floating IPs lie: what the world opens there answers while a host's bridge carries it. The
/// VIPs are the hosts' own addresses, and do not pass here.
/// </summary>
internal sealed class ProviderNetwork(IListeners wire)
{
    private readonly Dictionary<(string Address, int Port), string> _open = [];

    /// <summary>No host's bridge has a carrier: whatever is sent to a floating IP is lost.</summary>
    public bool IsDark { get; private set; }

    /// <inheritdoc cref="IListeners.Open"/>
    public void Open(string address, int port, string role)
    {
        _open[(address, port)] = role;
        if (!IsDark)
            wire.Open(address, port, role);
    }

    public void Close(string address, int port)
    {
        _open.Remove((address, port));
        wire.Close(address, port);
    }

    public void Carry(bool carries)
    {
        if (IsDark != carries)
            return;
        IsDark = !carries;
        foreach (var ((address, port), role) in _open)
        {
            if (carries)
                wire.Open(address, port, role);
            else
                wire.Close(address, port);
        }
    }
}
