namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>A trust: the trustee may act as the trustor, with these roles on the project, until it ends.</summary>
internal sealed record KeystoneTrust(
    string Id,
    KeystoneUser Trustor,
    KeystoneUser Trustee,
    KeystoneProject? Project,
    IReadOnlyList<KeystoneRole> Roles,
    bool Impersonation,
    DateTimeOffset? ExpiresAt
);
