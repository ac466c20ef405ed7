namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>What a token stands for: who, on what, with which roles (the implied ones included), until when.</summary>
internal sealed class TokenGrant
{
    public required string Id { get; init; }

    public required KeystoneUser User { get; init; }

    /// <summary>Null for an unscoped, a domain or a system token.</summary>
    public KeystoneProject? Project { get; init; }

    public KeystoneDomain? Domain { get; init; }

    public bool System { get; init; }

    public IReadOnlyList<KeystoneRole> Roles { get; init; } = [];

    public IReadOnlyList<string> Methods { get; init; } = ["password"];

    public IReadOnlyList<string> AuditIds { get; init; } = [];

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public AppCredential? AppCredential { get; init; }

    /// <summary>The scoped project's id; empty without one.</summary>
    public string ProjectId => Project?.Id ?? "";

    public string UserId => User.Id;

    public bool IsAdmin => Has("admin");

    /// <summary>Role names compare without case, as oslo.policy compares them.</summary>
    public bool Has(string role) =>
        Roles.Any(held => string.Equals(held.Name, role, StringComparison.OrdinalIgnoreCase));

    public bool HasAny(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Has(role))
                return true;
        }

        return false;
    }
}
