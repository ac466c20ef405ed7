namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>
/// A snapshot as virsh lists it: its name, its moment and the state the domain was in ("running", "shutoff").
/// </summary>
internal sealed record DomainSnapshot(string Name, DateTimeOffset Taken, string State, string? Parent);
