using System.Security.Cryptography;

namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>Keystone's state: domains, projects, users; what they hold, and what it issued to them.</summary>
internal sealed class IdentityModel
{
    private readonly Ground _ground;

    public IdentityModel(Ground ground)
    {
        _ground = ground;
        OpenRcProject = ground.Plan.AdminProject;
        Grants = new RoleGrants(ground);
        AppCredentials = new ApplicationCredentials(ground, Grants);
        Tokens = new Tokens(ground, Grants);
        Catalog = new ServiceCatalog(ground);
    }

    public List<KeystoneDomain> Domains { get; } = [];

    public List<KeystoneProject> Projects { get; } = [];

    public List<KeystoneUser> Users { get; } = [];

    /// <summary>Roles, and who holds them on what.</summary>
    public RoleGrants Grants { get; }

    public ApplicationCredentials AppCredentials { get; }

    public Tokens Tokens { get; }

    public List<KeystoneTrust> Trusts { get; } = [];

    public ServiceCatalog Catalog { get; }

    public KeystoneUser Admin => User(_ground.Plan.AdminUser);

    /// <summary>The project to which the jumphost's admin-openrc scopes; its writer reads this.</summary>
    public string OpenRcProject { get; private set; }

    /// <summary>
    /// The jumphost's admin-openrc says something else now; whoever writes that file writes it again.
    /// </summary>
    public event Action? OpenRcChanged;

    /// <summary>The project of that name (or id), whatever its domain; the world has each name once.</summary>
    public KeystoneProject Project(string name) =>
        Named(Projects, project => project.Id == name || project.Name == name, "project", name);

    public KeystoneUser User(string name) => Named(Users, user => user.Id == name || user.Name == name, "user", name);

    public KeystoneDomain Domain(string name) =>
        Named(Domains, domain => domain.Id == name || domain.Name == name, "domain", name);

    /// <summary>An operator sources another project into admin-openrc (DOCFIX-022).</summary>
    public void ScopeOpenRcTo(string project)
    {
        OpenRcProject = project;
        OpenRcChanged?.Invoke();
    }

    /// <summary>The application credential that admin-openrc logs in with; null: the user's password.</summary>
    public AppCredential? OpenRcCredential { get; private set; }

    /// <summary>An operator puts an application credential into admin-openrc (D-066), or takes it out again.</summary>
    public void LogInWith(AppCredential? credential)
    {
        OpenRcCredential = credential;
        OpenRcChanged?.Invoke();
    }

    public KeystoneDomain CreateDomain(string name, string description = "", string? id = null)
    {
        if (Domains.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException(
                Refusal.Conflict,
                "Conflict occurred attempting to store project - it is not permitted to have "
                    + $"two projects acting as domains with the same name: {name}."
            );
        var domain = new KeystoneDomain
        {
            Id = id ?? _ground.NewHexId(),
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
                "Conflict occurred attempting to store project - it is not permitted to have "
                    + "two projects with either the same name or same id in the same domain: "
                    + $"name is {name}, project id {id ?? _ground.NewHexId()}."
            );
        }

        var project = new KeystoneProject
        {
            Id = id ?? _ground.NewHexId(),
            Name = name,
            Domain = domain,
            Description = description,
        };
        Projects.Add(project);
        _ground.SomethingAppeared();
        return project;
    }

    public KeystoneUser CreateUser(string name, KeystoneDomain domain, string? password = null)
    {
        if (Users.Any(other => other.Name == name && other.Domain == domain))
        {
            throw new RefusedException(
                Refusal.Conflict,
                "Conflict occurred attempting to store user - "
                    + $"Duplicate entry found with name {name} at domain ID {domain.Id}."
            );
        }

        var user = new KeystoneUser
        {
            Id = _ground.NewHexId(),
            Name = name,
            Domain = domain,
            Password = password ?? NewSecret(),
        };
        Users.Add(user);
        return user;
    }

    /// <summary>A password or secret: from the machine's own randomness, never from the seed.</summary>
    public static string NewSecret() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');

    private static T Named<T>(IEnumerable<T> all, Func<T, bool> fits, string kind, string name)
        where T : class =>
        all.FirstOrDefault(fits) ?? throw new RefusedException(Refusal.NotFound, $"Could not find {kind}: {name}.");
}
