namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>Application credentials, oldest first; their roles are frozen.</summary>
internal sealed class ApplicationCredentials(Ground ground, RoleGrants grants)
{
    public List<AppCredential> All { get; } = [];

    /// <summary>
    /// A new credential of the user on the project. Its roles are frozen; a role the user does not hold is refused.
    /// </summary>
    public AppCredential Mint(KeystoneUser user, KeystoneProject project, IReadOnlyList<string> roles, string name) =>
        Mint(user, project, roles, name, null, null, null, false);

    public AppCredential Mint(
        KeystoneUser user,
        KeystoneProject project,
        IReadOnlyList<string> roles,
        string name,
        string? secret,
        string? description,
        DateTimeOffset? expires,
        bool unrestricted
    )
    {
        var held = grants.EffectiveRoles(user, project);
        var frozen = roles.Select(grants.Role).ToList();
        if (frozen.Any(role => !held.Contains(role)))
            throw new RefusedException(
                Refusal.Invalid,
                "Invalid application credential: Cannot create an application credential with unassigned role"
            );

        if (All.Exists(other => other.User == user && other.Name == name))
            throw new RefusedException(
                Refusal.Conflict,
                "Conflict occurred attempting to store application_credential - Duplicate entry found with name "
                    + $"{name}."
            );
        var credential = new AppCredential
        {
            Id = ground.NewHexId(),
            Name = name,
            Secret = secret ?? IdentityModel.NewSecret(),
            User = user,
            Project = project,
            Roles = frozen.Count > 0 ? frozen : [.. held],
            Description = description,
            Unrestricted = unrestricted,
            CreatedAt = ground.Now,
            ExpiresAt = expires,
        };
        All.Add(credential);
        return credential;
    }
}
