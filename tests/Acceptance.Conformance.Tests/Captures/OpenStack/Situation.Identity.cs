using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>Who asks, and for which project.</summary>
internal sealed partial class Situation
{
    /// <summary>The user, the project and exactly the roles of a captured token.</summary>
    private void Caller(Seen token)
    {
        var user = UserOf((JsonObject)token.Body["user"]!);
        var project = token.Body["project"] is JsonObject scope ? ProjectOf(scope) : null;
        var domain = token.Body["domain"] is JsonObject on ? DomainOf(on) : null;
        if (
            token.Body["roles"] is not JsonArray roles
            || (project is null && domain is null && token.Body["system"] is null)
        )
            return;
        var wanted = roles
            .OfType<JsonObject>()
            .Select(role => RoleOf((string)role["name"]!, (string?)role["id"]))
            .ToArray();
        foreach (
            var held in World
                .Identity.Grants.Assignments.Where(held =>
                    held.User == user && held.Project == project && held.Domain == domain && !wanted.Contains(held.Role)
                )
                .ToArray()
        )
            World.Identity.Grants.Unassign(user, held.Role, project, domain);
        var implied = wanted
            .SelectMany(role => RoleGrants.WithImplied([role]).Where(other => other != role))
            .ToHashSet();
        foreach (var role in wanted.Where(role => !implied.Contains(role)))
            World.Identity.Grants.Assign(user, role, project, domain);
    }

    /// <summary>Who runs a capture's command, for what its services did not say themselves.</summary>
    public void Act(OpenStackCapture capture)
    {
        LastCaller = null;
        foreach (
            var token in capture
                .Exchanges.Where(exchange => exchange.AsksForToken)
                .SelectMany(Seen.In)
                .Where(seen => seen.Kind == "token")
        )
        {
            lock (World.Gate)
            {
                Guarded(() => Caller(token));
                var project = token.Body["project"] is JsonObject scope ? ProjectOf(scope) : null;
                LastCaller =
                    World.Identity.Tokens.Issue(UserOf((JsonObject)token.Body["user"]!), project, null, false)
                    ?? LastCaller;
            }
        }
    }

    private KeystoneDomain DomainOf(JsonObject domain)
    {
        var (id, name) = ((string?)domain["id"] ?? "", (string?)domain["name"] ?? "");
        var found =
            World.Identity.Domains.Find(one =>
                name.Length > 0
                    ? string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)
                    : one.Id == Ids.Translate(id)
            ) ?? World.Identity.CreateDomain(name.Length > 0 ? name : id);
        Ids.Learn(id, found.Id);
        return found;
    }

    private KeystoneProject ProjectOf(JsonObject project)
    {
        var (id, name) = ((string)project["id"]!, (string?)project["name"] ?? "");
        if (name.Length == 0 && World.Identity.Projects.Find(one => one.Id == Ids.Of(id)) is { } known)
            return known;
        if (name.Length == 0 && _atlas.TryGetValue(id, out var shown) && shown.Name.Length > 0)
            return ProjectOf(shown.Body);
        // A scope by its id alone, and nothing in the folder says what it is called.
        if (name.Length == 0)
            name = "captured-" + id[..6];
        var domain = DomainOf(
            project["domain"] as JsonObject
                ?? new JsonObject
                {
                    ["id"] = (string?)project["domain_id"] ?? "default",
                    ["name"] = DomainName((string?)project["domain_id"]),
                }
        );
        var found =
            World.Identity.Projects.Find(one => one.Name == name && one.Domain == domain)
            ?? World.Identity.CreateProject(name, domain, (string?)project["description"] ?? "");
        Ids.Learn(id, found.Id);
        return found;
    }

    private KeystoneUser UserOf(JsonObject user)
    {
        var (id, name) = ((string)user["id"]!, (string)user["name"]!);
        var domain = DomainOf(
            user["domain"] as JsonObject
                ?? new JsonObject
                {
                    ["id"] = (string?)user["domain_id"] ?? "default",
                    ["name"] = DomainName((string?)user["domain_id"]),
                }
        );
        var found =
            World.Identity.Users.Find(one => one.Name == name && one.Domain == domain)
            ?? World.Identity.CreateUser(name, domain);
        Ids.Learn(id, found.Id);
        if (user.ContainsKey("links"))
            (found.Email, found.Description) = (user["email"]?.ToString(), user["description"]?.ToString());
        if (user["default_project_id"]?.ToString() is { } project)
            found.DefaultProjectId = Needed(project);
        return found;
    }

    /// <summary>Refused with the right password: there was no role on that scope.</summary>
    private void Unprivileged(CapturedExchange exchange)
    {
        if (
            exchange.RequestBody?["auth"]?["scope"]?["domain"] is not JsonObject domain
            || exchange.RequestBody.ToJsonString().Contains("not-the", StringComparison.Ordinal)
        )
            return;
        var name = domain["name"]?.ToString() ?? domain["id"]?.ToString();
        World.Identity.Grants.Assignments.RemoveAll(held =>
            held.Domain is { } on && (on.Name == name || on.Id == name)
        );
    }

    private string DomainName(string? id) =>
        id is null or "default" ? "Default"
        : _atlas.TryGetValue(id, out var seen) ? seen.Name
        : World.Identity.Domains.Find(one => one.Id == Ids.Translate(id))?.Name ?? "captured-" + id[..6];

    private KeystoneRole RoleOf(string name, string? id)
    {
        var found =
            World.Identity.Grants.Roles.Find(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? World.Identity.Grants.CreateRole(name);
        if (id is not null)
            Ids.Learn(id, found.Id);
        return found;
    }

    private void MakeIdentity(Seen seen)
    {
        switch (seen.Kind)
        {
            case "domain":
                DomainOf(seen.Body);
                break;
            case "project":
                ProjectOf(seen.Body);
                break;
            case "user":
                UserOf(seen.Body);
                break;
            case "role":
                RoleOf(seen.Name, seen.Id);
                break;
            case "application_credential":
                MakeCredential(seen);
                break;
            case "role_assignment" when seen.Body["user"] is JsonObject user:
                MakeAssignment(seen, user);
                break;
        }
    }

    private void MakeAssignment(Seen seen, JsonObject user)
    {
        if (
            (seen.Body["scope"] as JsonObject)?["project"] is not JsonObject project
            || Needed((string)user["id"]!) is not { } userId
            || Needed((string)project["id"]!) is not { } projectId
        )
            return;
        if (seen.Body["role"] is not JsonObject role || Needed((string)role["id"]!) is not { } roleId)
            return;
        if (
            World.Identity.Users.Find(one => one.Id == userId) is { } who
            && World.Identity.Projects.Find(one => one.Id == projectId) is { } on
        )
            World.Identity.Grants.Assign(who, World.Identity.Grants.Role(roleId), on);
    }

    private void MakeCredential(Seen seen)
    {
        if (Needed(seen.Text("user_id")) is not { } user || Needed(seen.Text("project_id")) is not { } project)
            return;
        var roles = (seen.Body["roles"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(role => (string)role["name"]!)
            .ToArray();
        var owner = World.Identity.User(user);
        foreach (var role in roles)
            World.Identity.Grants.Assign(owner, RoleOf(role, null), World.Identity.Project(project));
        DateTimeOffset? expires = seen.Text("expires_at").Length > 0 ? World.Now.AddYears(5) : null;
        World.Identity.AppCredentials.Mint(
            owner,
            World.Identity.Project(project),
            roles,
            seen.Name,
            null,
            seen.Body["description"]?.ToString(),
            expires,
            (bool?)seen.Body["unrestricted"] ?? false
        );
    }

    private string? FindIdentity(Seen seen) =>
        seen.Kind switch
        {
            "domain" => World
                .Identity.Domains.Find(one => string.Equals(one.Name, seen.Name, StringComparison.OrdinalIgnoreCase))
                ?.Id,
            "project" => World
                .Identity.Projects.Find(one =>
                    one.Name == seen.Name && one.Domain.Name == DomainName(seen.Text("domain_id"))
                )
                ?.Id,
            "user" => World
                .Identity.Users.Find(one =>
                    one.Name == seen.Name && one.Domain.Name == DomainName(seen.Text("domain_id"))
                )
                ?.Id,
            "role" => World
                .Identity.Grants.Roles.Find(one =>
                    string.Equals(one.Name, seen.Name, StringComparison.OrdinalIgnoreCase)
                )
                ?.Id,
            "service" => World.Identity.Catalog.Services.Find(one => one.Type == seen.Text("type"))?.Id,
            "endpoint" => World
                .Identity.Catalog.Services.Find(one => one.Id == Ids.Of(seen.Text("service_id")))
                ?.Endpoints.Find(one => one.Interface == seen.Text("interface"))
                ?.Id,
            "application_credential" => World
                .Identity.AppCredentials.All.Find(one =>
                    one.Name == seen.Name && one.User.Id == Ids.Of(seen.Text("user_id"))
                )
                ?.Id,
            _ => null,
        };
}
