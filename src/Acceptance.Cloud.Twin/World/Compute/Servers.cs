using System.Collections;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>The servers, oldest first: their states, their addresses, whether they run.</summary>
internal sealed class Servers(Ground ground, Neutron network, Hypervisors hypervisors) : IReadOnlyList<NovaServer>
{
    private readonly List<NovaServer> _servers = [];
    private int _instances;

    /// <summary>
    /// A server changed its state, or whether it runs (its host went or came back). Deleted ones are told last.
    /// </summary>
    public event Action<NovaServer>? Changed;

    public NovaServer? Find(string nameOrId) =>
        _servers.Find(server => server.Id == nameOrId) ?? _servers.Find(server => server.Name == nameOrId);

    public IEnumerable<NeutronPort> PortsOf(NovaServer server) => network.Ports.Of(server.Id);

    /// <summary>The first fixed address.</summary>
    public string? AddressOf(NovaServer server) =>
        PortsOf(server).Select(port => port.Address).FirstOrDefault(address => address is not null);

    /// <summary>The guest really runs: ACTIVE by Nova's word, and its host has power.</summary>
    public bool Runs(NovaServer server) =>
        server.Status is ServerStatus.Active
        && server.Host is { } host
        && hypervisors.Find(host) is { } on
        && on.Host.PoweredOn();

    internal string NextInstanceName() => $"instance-{++_instances:x8}";

    internal void Add(NovaServer server) => _servers.Add(server);

    internal bool Remove(NovaServer server) => _servers.Remove(server);

    internal void Change(NovaServer server, ServerStatus status, string? task)
    {
        (server.Status, server.TaskState, server.UpdatedAt) = (status, task, ground.Now);
        Tell(server);
    }

    internal void Tell(NovaServer server) => Changed?.Invoke(server);

    /// <summary>An action is on its record.</summary>
    internal void Note(NovaServer server, string action) =>
        server.Actions.Add(
            new ServerAction(action, $"req-{ground.NewId()}", ground.Now, server.UserId, server.ProjectId, null)
        );

    public int Count => _servers.Count;

    public NovaServer this[int index] => _servers[index];

    public IEnumerator<NovaServer> GetEnumerator() => _servers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
