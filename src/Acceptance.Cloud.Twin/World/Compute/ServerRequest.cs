namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>What a server is asked for with.</summary>
internal sealed record ServerRequest(string Name, string ProjectId, string UserId, string Flavor)
{
    /// <summary>Name or id of the image; null for a server that boots from a volume.</summary>
    public string? Image { get; init; }

    /// <summary>A port is made on each; it goes with the server.</summary>
    public IReadOnlyList<string> NetworkIds { get; init; } = [];

    /// <summary>Ports made beforehand; they stay when the server goes.</summary>
    public IReadOnlyList<string> PortIds { get; init; } = [];

    /// <summary>Ids; null: the project's default group.</summary>
    public IReadOnlyList<string>? SecurityGroups { get; init; }

    public string? KeyName { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? UserData { get; init; }

    /// <summary>This host and no other (availability zone nova:HOST).</summary>
    public string? Host { get; init; }

    /// <summary>It has stood before the world began: ACTIVE at once.</summary>
    public bool Standing { get; init; }

    /// <summary>When it was made; null: now.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>How long it builds; default <see cref="TwinPhysics.ServerActive"/>.</summary>
    public TimeSpan? BuildsFor { get; init; }

    /// <summary>How long until NoValidHost is told.</summary>
    public TimeSpan? RefusedAfter { get; init; }
}
