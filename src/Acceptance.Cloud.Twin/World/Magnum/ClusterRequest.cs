namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>What a client asks of a new cluster; what it leaves out is the template's.</summary>
internal sealed record ClusterRequest(string Name, ClusterTemplate Template)
{
    public string? Keypair { get; init; }

    public int NodeCount { get; init; } = 1;

    public int MasterCount { get; init; } = 1;

    public string? FlavorId { get; init; }

    public string? MasterFlavorId { get; init; }

    public int CreateTimeout { get; init; } = 60;

    public IReadOnlyList<KeyValuePair<string, string>>? Labels { get; init; }

    public bool MergeLabels { get; init; }

    /// <summary>It came by a token of an application credential, which may make no trust (D-066).</summary>
    public bool ByApplicationCredential { get; init; }
}
