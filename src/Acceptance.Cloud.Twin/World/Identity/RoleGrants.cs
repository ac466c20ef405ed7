namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>Roles, and who holds them on what.</summary>
internal sealed class RoleGrants(Ground ground)
{
    /// <summary>The roles there are.</summary>
    public List<KeystoneRole> Roles { get; } = [];

    /// <summary>Who holds which role where, oldest first.</summary>
    public List<RoleAssignment> Assignments { get; } = [];

    /// <summary>By name (without case) or id.</summary>
    public KeystoneRole Role(string name) =>
        Roles.Find(role => role.Id == name || string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RefusedException(Refusal.NotFound, $"Could not find role: {name}.");

    public KeystoneRole CreateRole(string name)
    {
        if (Roles.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException(
                Refusal.Conflict,
                $"Conflict occurred attempting to store role - Duplicate entry found with name {name}."
            );
        var role = new KeystoneRole { Id = ground.NewHexId(), Name = name };
        Roles.Add(role);
        return role;
    }

    /// <summary>
    /// Grants a role on a project, a domain or (both null) the system; granting twice changes nothing.
    /// </summary>
    public void Assign(KeystoneUser user, KeystoneRole role, KeystoneProject? project, KeystoneDomain? domain = null)
    {
        if (
            Assignments.Any(held =>
                held.User == user && held.Role == role && held.Project == project && held.Domain == domain
            )
        )
            return;
        Assignments.Add(new RoleAssignment(user, role, project, domain, ground.Now));
    }

    /// <summary>False when there was none to take away.</summary>
    public bool Unassign(
        KeystoneUser user,
        KeystoneRole role,
        KeystoneProject? project,
        KeystoneDomain? domain = null
    ) =>
        Assignments.RemoveAll(held =>
            held.User == user && held.Role == role && held.Project == project && held.Domain == domain
        ) > 0;

    /// <summary>What the user holds on a project, a domain or the system, the implied roles included.</summary>
    public IReadOnlyList<KeystoneRole> EffectiveRoles(
        KeystoneUser user,
        KeystoneProject? project,
        KeystoneDomain? domain = null
    ) =>
        WithImplied(
            Assignments
                .Where(held => held.User == user && held.Project == project && held.Domain == domain)
                .Select(held => held.Role)
        );

    public static IReadOnlyList<KeystoneRole> WithImplied(IEnumerable<KeystoneRole> roles)
    {
        var all = new List<KeystoneRole>();
        var open = new Queue<KeystoneRole>(roles);
        while (open.TryDequeue(out var role))
        {
            if (all.Contains(role))
                continue;
            all.Add(role);
            foreach (var implied in role.Implies)
                open.Enqueue(implied);
        }

        return all;
    }
}
