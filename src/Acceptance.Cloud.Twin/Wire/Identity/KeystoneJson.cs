using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Keystone's shapes: keys in the order of the wire.</summary>
internal static class KeystoneJson
{
    public static JsonObject Project(KeystoneProject project, string root) =>
        new()
        {
            ["id"] = project.Id,
            ["name"] = project.Name,
            ["domain_id"] = project.Domain.Id,
            ["description"] = project.Description,
            ["enabled"] = project.Enabled,
            ["parent_id"] = project.Domain.Id,
            ["is_domain"] = false,
            ["tags"] = Strings(project.Tags),
            ["options"] = new JsonObject(),
            ["links"] = Self($"{root}/projects/{project.Id}"),
        };

    public static JsonObject Domain(KeystoneDomain domain, string root) =>
        new()
        {
            ["id"] = domain.Id,
            ["name"] = domain.Name,
            ["description"] = domain.Description,
            ["enabled"] = domain.Enabled,
            ["tags"] = new JsonArray(),
            ["options"] = new JsonObject(),
            ["links"] = Self($"{root}/domains/{domain.Id}"),
        };

    public static JsonObject User(KeystoneUser user, string root)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["name"] = user.Name,
            ["domain_id"] = user.Domain.Id,
            ["enabled"] = user.Enabled,
        };
        if (user.DefaultProjectId is { } project)
            json["default_project_id"] = project;
        json["password_expires_at"] = null;
        json["options"] = new JsonObject();
        if (user.Description is { } description)
            json["description"] = description;
        if (user.Email is { } email)
            json["email"] = email;
        json["links"] = Self($"{root}/users/{user.Id}");
        return json;
    }

    public static JsonObject Role(KeystoneRole role, string? root)
    {
        var json = new JsonObject
        {
            ["id"] = role.Id,
            ["name"] = role.Name,
            ["domain_id"] = null,
            ["description"] = role.Description,
            ["options"] = role.Name is "admin" or "member" or "reader"
                ? new JsonObject { ["immutable"] = true }
                : new JsonObject(),
        };
        if (root is not null)
            json["links"] = Self($"{root}/roles/{role.Id}");
        return json;
    }

    public static JsonObject Service(KeystoneService service, string root)
    {
        var json = new JsonObject { ["name"] = service.Name };
        if (service.Description is { } description)
            json["description"] = description;
        json["id"] = service.Id;
        json["type"] = service.Type;
        json["enabled"] = service.Enabled;
        json["links"] = Self($"{root}/services/{service.Id}");
        return json;
    }

    public static JsonObject Endpoint(KeystoneService service, KeystoneEndpoint endpoint, string root) =>
        new()
        {
            ["id"] = endpoint.Id,
            ["interface"] = endpoint.Interface,
            ["region_id"] = endpoint.Region,
            ["service_id"] = service.Id,
            ["url"] = endpoint.Url,
            ["enabled"] = endpoint.Enabled,
            ["region"] = endpoint.Region,
            ["links"] = Self($"{root}/endpoints/{endpoint.Id}"),
        };

    public static JsonObject AppCredential(AppCredential credential, string root, bool withSecret)
    {
        var json = new JsonObject
        {
            ["id"] = credential.Id,
            ["name"] = credential.Name,
            ["description"] = credential.Description,
            ["user_id"] = credential.User.Id,
            ["project_id"] = credential.Project.Id,
            ["system"] = null,
            ["expires_at"] = credential.ExpiresAt?.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.ffffff",
                CultureInfo.InvariantCulture
            ),
            ["unrestricted"] = credential.Unrestricted,
            ["roles"] = new JsonArray([.. credential.Roles.Select(role => Role(role, null))]),
        };
        if (withSecret)
            json["secret"] = credential.Secret;
        json["links"] = Self($"{root}/application_credentials/{credential.Id}");
        return json;
    }

    public static JsonObject Trust(KeystoneTrust trust, string root) =>
        new()
        {
            ["id"] = trust.Id,
            ["trustor_user_id"] = trust.Trustor.Id,
            ["trustee_user_id"] = trust.Trustee.Id,
            ["project_id"] = trust.Project?.Id,
            ["impersonation"] = trust.Impersonation,
            ["expires_at"] = trust.ExpiresAt is { } until ? Moment(until) : null,
            ["deleted_at"] = null,
            ["remaining_uses"] = null,
            ["redelegation_count"] = 0,
            ["redelegated_trust_id"] = null,
            ["roles"] = new JsonArray([.. trust.Roles.Select(role => Role(role, root))]),
            ["links"] = Self($"{root}/OS-TRUST/trusts/{trust.Id}"),
        };

    public static JsonObject Assignment(RoleAssignment held, string root, bool names)
    {
        var (scope, path) = held switch
        {
            { Project: { } project } => (
                new JsonObject { ["project"] = Named(project.Id, project.Name, project.Domain, names) },
                $"projects/{project.Id}"
            ),
            { Domain: { } domain } => (
                new JsonObject { ["domain"] = Named(domain.Id, domain.Name, null, names) },
                $"domains/{domain.Id}"
            ),
            _ => (new JsonObject { ["system"] = new JsonObject { ["all"] = true } }, "system"),
        };
        return new JsonObject
        {
            ["links"] = new JsonObject { ["assignment"] = $"{root}/{path}/users/{held.User.Id}/roles/{held.Role.Id}" },
            ["scope"] = scope,
            ["user"] = Named(held.User.Id, held.User.Name, held.User.Domain, names),
            ["role"] = Named(held.Role.Id, held.Role.Name, null, names),
        };
    }

    public static JsonObject Token(TokenGrant grant, IdentityModel identity, bool withCatalog)
    {
        var json = new JsonObject
        {
            ["methods"] = Strings(grant.Methods),
            ["user"] = new JsonObject
            {
                ["domain"] = Reference(grant.User.Domain.Id, grant.User.Domain.Name),
                ["id"] = grant.User.Id,
                ["name"] = grant.User.Name,
                ["password_expires_at"] = null,
            },
            ["audit_ids"] = Strings(grant.AuditIds),
            ["expires_at"] = Moment(grant.ExpiresAt),
            ["issued_at"] = Moment(grant.IssuedAt),
        };
        Scope(json, grant);
        if (grant.Roles.Count > 0)
            json["roles"] = new JsonArray([.. grant.Roles.Select(role => Reference(role.Id, role.Name))]);
        if (grant.System)
            json["system"] = new JsonObject { ["all"] = true };
        if (withCatalog && grant.Roles.Count > 0)
            json["catalog"] = Catalog(grant, identity);
        if (grant.AppCredential is { } credential)
            json["application_credential"] = Reference(credential);
        return json;
    }

    private static void Scope(JsonObject json, TokenGrant grant)
    {
        if (grant.Project is { } project)
        {
            json["project"] = new JsonObject
            {
                ["domain"] = Reference(project.Domain.Id, project.Domain.Name),
                ["id"] = project.Id,
                ["name"] = project.Name,
            };
            json["is_domain"] = false;
        }

        if (grant.Domain is { } domain)
            json["domain"] = Reference(domain.Id, domain.Name);
    }

    private static JsonObject Reference(AppCredential credential) =>
        new()
        {
            ["id"] = credential.Id,
            ["name"] = credential.Name,
            ["restricted"] = !credential.Unrestricted,
        };

    public static JsonArray Catalog(TokenGrant grant, IdentityModel identity) =>
        new([
            .. identity
                .Catalog.Services.Where(service => service.Enabled)
                .Select(service => new JsonObject
                {
                    ["endpoints"] = new JsonArray([
                        .. service
                            .Endpoints.Where(endpoint => endpoint.Enabled && Fits(endpoint.Url, grant))
                            .Select(endpoint => Catalogued(endpoint, grant)),
                    ]),
                    ["id"] = service.Id,
                    ["type"] = service.Type,
                    ["name"] = service.Name,
                }),
        ]);

    public static JsonObject Self(string url) => new() { ["self"] = url };

    public static JsonArray Strings(IEnumerable<string> all) => new([.. all.Select(one => JsonValue.Create(one))]);

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An endpoint with a project in its URL is left out of a catalog that has no project.</summary>
    private static bool Fits(string url, TokenGrant grant) =>
        !url.Contains("$(", StringComparison.Ordinal) || grant.Project is not null;

    private static JsonObject Catalogued(KeystoneEndpoint endpoint, TokenGrant grant) =>
        new()
        {
            ["id"] = endpoint.Id,
            ["interface"] = endpoint.Interface,
            ["region_id"] = endpoint.Region,
            ["url"] = endpoint
                .Url.Replace("$(tenant_id)s", grant.ProjectId, StringComparison.Ordinal)
                .Replace("$(project_id)s", grant.ProjectId, StringComparison.Ordinal),
            ["region"] = endpoint.Region,
        };

    private static JsonObject Reference(string id, string name) => new() { ["id"] = id, ["name"] = name };

    private static JsonObject Named(string id, string name, KeystoneDomain? domain, bool names)
    {
        var json = new JsonObject { ["id"] = id };
        if (!names)
            return json;
        json["name"] = name;
        if (domain is not null)
            json["domain"] = Reference(domain.Id, domain.Name);
        return json;
    }
}
