using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Systemd;

namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>A machine ("0") or a container on one ("0/lxd/1"). A container is down with its host.</summary>
internal sealed class JujuMachine(
    string id,
    string hostname,
    string instanceId,
    HostMachine host,
    JujuMachine? parent,
    HostFiles files,
    DateTimeOffset since
)
{
    private readonly List<JujuMachine> _containers = [];
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private bool _agentUp = true;

    public string Id { get; } = id;

    public string Hostname { get; } = hostname;

    public string InstanceId { get; } = instanceId;

    /// <summary>The host it is or lives on.</summary>
    public HostMachine Host { get; } = host;

    public JujuMachine? Parent { get; } = parent;

    public bool IsContainer => Parent is not null;

    public HostFiles Files { get; } = files;

    public IReadOnlyList<JujuMachine> Containers => _containers;

    /// <summary>The units on it, subordinates included.</summary>
    public IList<JujuUnit> Units { get; } = [];

    /// <summary>Space name -> address.</summary>
    public required IReadOnlyDictionary<string, string> Addresses
    {
        get => _addresses;
        init => _addresses = new(value, StringComparer.Ordinal);
    }

    /// <summary>The address on metal-admin, which juju shows as dns-name and as the units' public-address.</summary>
    public string PrimaryAddress => Addresses["metal-admin"];

    public DateTimeOffset BootedAt { get; private set; } = since;

    /// <summary>When its agent last changed its word.</summary>
    public DateTimeOffset Since { get; private set; } = since;

    /// <summary>Its agent reports to the controller: it runs, and so does everything under it.</summary>
    public bool AgentUp => _agentUp && (Parent?.AgentUp ?? true);

    /// <summary>started or down, as `juju machines` says.</summary>
    public string Agent => AgentUp ? "started" : "down";

    /// <summary>What happened to its units.</summary>
    public HostJournal Journal { get; } = new();

    public void Stop(DateTimeOffset now)
    {
        _agentUp = false;
        Touch(now);
    }

    public void Start(DateTimeOffset now)
    {
        _agentUp = true;
        BootedAt = now;
        Journal.Boot();
        Touch(now);
    }

    /// <summary>MAAS hands it another address in a space that it is in.</summary>
    public void Readdress(string space, string address) => _addresses[space] = address;

    internal void Carry(JujuMachine container) => _containers.Add(container);

    private void Touch(DateTimeOffset now)
    {
        Since = now;
        foreach (var container in _containers)
            container.Touch(now);
    }
}
