namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>An internal qcow2 snapshot: id and tag, when it was taken, and the guest's uptime then.</summary>
internal sealed record QcowSnapshot(string Id, string Tag, DateTimeOffset Taken, TimeSpan VmClock)
{
    /// <summary>It was taken of a running guest: it counts no instructions.</summary>
    public bool Running { get; init; } = true;
}
