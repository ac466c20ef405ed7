using System.Security.Cryptography;

namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>Keystone's state: domains, projects, users, roles, assignments, credentials, tokens, the catalog.</summary>
public sealed partial class IdentityModel
{
    private readonly TwinWorld _world;
    private readonly Dictionary<string, TokenGrant> _tokens = new(StringComparer.Ordinal);

    public IdentityModel(TwinWorld world)
    {
        _world = world;
        OpenRcProject = world.Plan.AdminProject;
        Populate();
        BuildCatalog();
    }

    public List<KeystoneDomain> Domains { get; } = [];

    public List<KeystoneProject> Projects { get; } = [];

    public List<KeystoneUser> Users { get; } = [];

    public List<KeystoneRole> Roles { get; } = [];

    public List<RoleAssignment> Assignments { get; } = [];

    public List<AppCredential> AppCredentials { get; } = [];

    public List<KeystoneService> Services { get; } = [];

    public KeystoneUser Admin => User(_world.Plan.AdminUser);

    /// <summary>The project to which the jumphost's admin-openrc scopes; its writer reads this.</summary>
    public string OpenRcProject { get; private set; }

    /// <summary>The jumphost's admin-openrc says something else now; whoever writes that file writes it again.</summary>
    public event Action? OpenRcChanged;

    /// <summary>The project of that name (or id), whatever its domain; the world has each name once.</summary>
    public KeystoneProject Project(string name) =>
        Named(Projects, project => project.Id == name || project.Name == name, "project", name);

    public KeystoneUser User(string name) => Named(Users, user => user.Id == name || user.Name == name, "user", name);

    public KeystoneDomain Domain(string name) =>
        Named(Domains, domain => domain.Id == name || domain.Name == name, "domain", name);

    /// <summary>By name (without case) or id.</summary>
    public KeystoneRole Role(string name) =>
        Named(
            Roles,
            role => role.Id == name || string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase),
            "role",
            name
        );

    /// <summary>An operator sources another project into admin-openrc (DOCFIX-022).</summary>
    public void ScopeOpenRcTo(string project)
    {
        OpenRcProject = project;
        OpenRcChanged?.Invoke();
    }

    public KeystoneDomain CreateDomain(string name, string description = "", string? id = null)
    {
        if (Domains.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException(
                Refusal.Conflict,
                $"Conflict occurred attempting to store project - it is not permitted to have two projects acting as domains with the same name: {name}."
            );
        var domain = new KeystoneDomain
        {
            Id = id ?? _world.NewHexId(),
            Name = name,
            Description = description,
        };
        Domains.Add(domain);
        return domain;
    }

    public KeystoneProject CreateProject(string name, KeystoneDomain domain, string description = "", string? id = null)
    {
        if (Projects.Any(other => other.Name == name && other.Domain == domain))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Conflict occurred attempting to store project - it is not permitted to have two projects with either the same name or same id in the same domain: "
                    + $"name is {name}, project id {id ?? _world.NewHexId()}."
            );
        }

        var project = new KeystoneProject
        {
            Id = id ?? _world.NewHexId(),
            Name = name,
            Domain = domain,
            Description = description,
        };
        Projects.Add(project);
        _world.SomethingAppeared();
        return project;
    }

    public KeystoneUser CreateUser(string name, KeystoneDomain domain, string? password = null)
    {
        if (Users.Any(other => other.Name == name && other.Domain == domain))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Conflict occurred attempting to store user - Duplicate entry found with name {name} at domain ID {domain.Id}."
            );
        }

        var user = new KeystoneUser
        {
            Id = _world.NewHexId(),
            Name = name,
            Domain = domain,
            Password = password ?? NewSecret(),
        };
        Users.Add(user);
        return user;
    }

    public KeystoneRole CreateRole(string name)
    {
        if (Roles.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException(
                Refusal.Conflict,
                $"Conflict occurred attempting to store role - Duplicate entry found with name {name}."
            );
        var role = new KeystoneRole { Id = _world.NewHexId(), Name = name };
        Roles.Add(role);
        return role;
    }

    /// <summary>Grants a role on a project, a domain or (both null) the system; granting twice changes nothing.</summary>
    public void Assign(KeystoneUser user, KeystoneRole role, KeystoneProject? project, KeystoneDomain? domain = null)
    {
        if (
            Assignments.Any(held =>
                held.User == user && held.Role == role && held.Project == project && held.Domain == domain
            )
        )
            return;
        Assignments.Add(new RoleAssignment(user, role, project, domain, _world.Now));
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

    /// <summary>A password or secret: from the machine's own randomness, never from the seed.</summary>
    public static string NewSecret() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');

    private static T Named<T>(IEnumerable<T> all, Func<T, bool> fits, string kind, string name)
        where T : class =>
        all.FirstOrDefault(fits) ?? throw new RefusedException(Refusal.NotFound, $"Could not find {kind}: {name}.");
}
