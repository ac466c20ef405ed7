namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>A host's hypervisor and its nova-compute.</summary>
internal sealed class ComputeNode(int number, string id, string serviceId, HostFacts host)
{
    /// <summary>The number that old microversions call id.</summary>
    public int Number { get; } = number;

    /// <summary>Also the id of its resource provider.</summary>
    public string Id { get; } = id;

    public string ServiceId { get; } = serviceId;

    public HostFacts Host { get; } = host;

    public string Name => Host.Name;

    public string? DisabledReason { get; internal set; }

    /// <summary>An operator disabled its nova-compute: nothing new is scheduled here.</summary>
    public bool Disabled { get; internal set; }

    /// <summary>Its nova-compute is dead while the machine runs on.</summary>
    public bool ComputeDead { get; internal set; }

    /// <summary>The last heartbeat of its nova-compute.</summary>
    public DateTimeOffset LastSeen { get; internal set; }

    public bool Up => !ComputeDead && Host.PoweredOn();
}
