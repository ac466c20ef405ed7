namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>
/// An application credential: its roles are those of the moment it was minted, whatever is granted later (D-039).
/// </summary>
internal sealed class AppCredential
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Secret { get; init; }

    public required KeystoneUser User { get; init; }

    public required KeystoneProject Project { get; init; }

    public required IReadOnlyList<KeystoneRole> Roles { get; init; }

    public string? Description { get; init; }

    public bool Unrestricted { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}
