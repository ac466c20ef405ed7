using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Worlds.OpenStack;

/// <summary>
/// The way to a service: a token in the scope, the catalog, the door of its VIP, its policy; then the world's state.
/// </summary>
internal sealed class WorldServices(TwinWorld world, WorldReadings readings, Doors doors)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["nova"] = "compute",
        ["neutron"] = "network",
        ["glance"] = "image",
        ["octavia"] = "load-balancer",
        ["magnum"] = "container-infra",
        ["placement"] = "placement",
    };

    private static readonly string[] ByPassword = ["password"],
        ByCredential = ["application_credential"];

    public WorldReadings Readings => readings;

    /// <summary>What the openrc's user is issued in a scope. Nothing is issued: the world is only looked at.</summary>
    public Reading<TokenGrant> Token(Scope scope)
    {
        const string question = "POST /v3/auth/tokens";
        if (doors.AtVip("keystone", "/v3/auth/tokens").OfService is { } why)
            return readings.Unread<TokenGrant>(question, why);
        lock (world.Gate)
        {
            if (world.Identity.OpenRcCredential is not null && scope is Scope.ProjectScope)
                return readings.Unread<TokenGrant>(question, Unreadable.NotOursToRead);
            return Grant(scope) is { } grant
                ? readings.Seen(question, grant)
                : readings.Unread<TokenGrant>(question, Unreadable.Unauthorised);
        }
    }

    /// <param name="service">The VIP of the plan that it answers at.</param>
    /// <param name="may">Whether the service's policy allows it; null: to everybody with a token.</param>
    public Task<Reading<T>> Ask<T>(
        Scope scope,
        string service,
        string path,
        Func<TokenGrant, T> read,
        Func<TokenGrant, bool>? may = null
    ) => Found(scope, service, path, caller => new Found<T>(read(caller)), may);

    /// <summary>The same, of something that may not be there.</summary>
    public Task<Reading<T>> Found<T>(
        Scope scope,
        string service,
        string path,
        Func<TokenGrant, Found<T>?> read,
        Func<TokenGrant, bool>? may = null
    ) => Task.FromResult(Answer(scope, service, path, read, may));

    private Reading<T> Answer<T>(
        Scope scope,
        string service,
        string path,
        Func<TokenGrant, Found<T>?> read,
        Func<TokenGrant, bool>? may
    )
    {
        var token = Token(scope);
        if (token is not Reading<TokenGrant>.Seen { Value: var caller })
            return token.As<T>();
        if (Types.TryGetValue(service, out var type) && !IsCatalogued(type))
            return readings.Unread<T>(path, Unreadable.Failed);
        if (doors.AtVip(service, path).OfService is { } why)
            return readings.Unread<T>(path, why);
        lock (world.Gate)
        {
            if (may is not null && !may(caller))
                return readings.Unread<T>(path, Unreadable.Forbidden);
            return read(caller) is { } found
                ? readings.Seen(path, found.Value)
                : readings.Unread<T>(path, Unreadable.NotFound);
        }
    }

    private bool IsCatalogued(string type) =>
        world.Identity.Catalog.Services.Any(service =>
            service.Type == type
            && service.Enabled
            && service.Endpoints.Any(endpoint =>
                endpoint is { Enabled: true, Interface: "public" } && endpoint.Region == world.Plan.Region
            )
        );

    private TokenGrant? Grant(Scope scope)
    {
        var user = world.Identity.Admin;
        var (name, domain) = scope is Scope.ProjectScope narrowed
            ? (narrowed.Project, narrowed.Domain)
            : (world.Identity.OpenRcProject, world.Plan.AdminDomain);
        if (!user.Enabled || !user.Domain.Enabled)
            return null;
        var project = world.Identity.Projects.Find(one => Same(one.Name, name) && Same(one.Domain.Name, domain));
        if (project is not { Enabled: true, Domain.Enabled: true })
            return null;
        var roles = world.Identity.Grants.EffectiveRoles(user, project);
        return roles.Count == 0
            ? null
            : new TokenGrant
            {
                Id = "",
                User = user,
                Project = project,
                Roles = roles,
                Methods = world.Identity.OpenRcCredential is null ? ByPassword : ByCredential,
                IssuedAt = world.Now,
                ExpiresAt = world.Now + world.Plan.Physics.TokenLifetime,
            };
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
