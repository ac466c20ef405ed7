using System.Collections;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>The hypervisors, one a host.</summary>
internal sealed class Hypervisors(Ground ground) : IReadOnlyList<ComputeNode>
{
    private readonly List<ComputeNode> _hypervisors = [];

    public ComputeNode? Find(string nameOrId) => _hypervisors.Find(one => one.Name == nameOrId || one.Id == nameOrId);

    public void Disable(ComputeNode hypervisor, string? reason) =>
        (hypervisor.Disabled, hypervisor.DisabledReason) = (true, reason);

    public void Enable(ComputeNode hypervisor) => (hypervisor.Disabled, hypervisor.DisabledReason) = (false, null);

    /// <summary>
    /// nova-compute dies on a host that runs on: the guests live, nothing new comes there,
    /// and Nova calls the hypervisor down.
    /// </summary>
    public void Kill(ComputeNode node) =>
        (node.ComputeDead, node.LastSeen) = (true, ground.Now - ground.Plan.Physics.HeartbeatTimeout);

    public void Revive(ComputeNode node) => node.ComputeDead = false;

    internal void Add(HostFacts host) =>
        _hypervisors.Add(new ComputeNode(_hypervisors.Count + 1, ground.NewId(), ground.NewId(), host));

    public int Count => _hypervisors.Count;

    public ComputeNode this[int index] => _hypervisors[index];

    public IEnumerator<ComputeNode> GetEnumerator() => _hypervisors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
