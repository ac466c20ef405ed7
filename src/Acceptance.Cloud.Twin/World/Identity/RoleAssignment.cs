namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>A role of a user on exactly one of: a project, a domain, the system (both null).</summary>
/// <param name="Since">When it was granted: an application credential minted before
/// is frozen without it (D-039).</param>
internal sealed record RoleAssignment(
    KeystoneUser User,
    KeystoneRole Role,
    KeystoneProject? Project,
    KeystoneDomain? Domain,
    DateTimeOffset Since
);
