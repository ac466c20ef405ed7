namespace Acceptance.Cloud.Juju;

/// <summary>
/// A machine or a container ("0", "0/lxd/1"), flat: the containers of the tree stand beside their hosts.
/// </summary>
/// <param name="Agent">Unsaid when juju printed none.</param>
/// <param name="Host">The machine a container lives on; null for a machine.</param>
public sealed record JujuMachine(
    string Id,
    State<MachineAgentStatus> Agent,
    string Hostname,
    string InstanceId,
    string? Host,
    IReadOnlyList<string> Addresses,
    DateTimeOffset? Since
);
