using Acceptance.Cloud.Twin.World;

namespace Acceptance.Worlds;

/// <summary>What a wire would open, close, spoil and distrust, kept and served to nobody.</summary>
internal sealed class OpenAddresses : IListeners
{
    private readonly HashSet<(string Address, int Port)> _open = [];
    private readonly HashSet<string> _distrusted = [];
    private readonly List<EndpointRule> _rules = [];

    public IReadOnlyList<EndpointRule> Rules => _rules;

    public void Open(string address, int port, string role) => _open.Add((address, port));

    public void Close(string address, int port) => _open.Remove((address, port));

    public int Actual(int port) => port;

    public bool IsOpen(string address, int port) => _open.Contains((address, port));

    public void Add(EndpointRule rule) => _rules.Add(rule);

    public void Remove(EndpointRule rule) => _rules.RemoveAll(one => ReferenceEquals(one, rule));

    public void Distrust(string role, bool distrusted)
    {
        if (distrusted)
            _distrusted.Add(role);
        else
            _distrusted.Remove(role);
    }

    public bool IsDistrusted(string role) => _distrusted.Contains(role);
}
