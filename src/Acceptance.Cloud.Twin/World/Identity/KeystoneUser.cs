namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>A user and their password, which only this process knows.</summary>
internal sealed class KeystoneUser
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required KeystoneDomain Domain { get; init; }

    public required string Password { get; set; }

    public string? Email { get; set; }

    public string? Description { get; set; }

    public string? DefaultProjectId { get; set; }

    public bool Enabled { get; set; } = true;

    public override string ToString() => Name;
}
