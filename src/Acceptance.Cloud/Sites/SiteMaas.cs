namespace Acceptance.Cloud.Sites;

/// <summary>MAAS: the CLI profile by name, the hosts it must know, and what it must say of them.</summary>
public sealed record SiteMaas
{
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Word)]
    public required string Profile { get; init; }

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Host)]
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>What MAAS may call each of them.</summary>
    [Lifetime(Lifetime.Fixed)]
    [Allowed("Deployed", "Ready", "Allocated", "Reserved", "Retired", "Rescue mode")]
    public IReadOnlyList<string> Status { get; init; } = ["Deployed"];

    /// <summary>What it may call their power; "unknown" where a power type cannot be asked.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Allowed("on", "off", "unknown")]
    public IReadOnlyList<string> Power { get; init; } = ["on"];
}
