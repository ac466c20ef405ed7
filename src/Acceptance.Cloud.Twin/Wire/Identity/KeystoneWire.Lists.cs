using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>What can be listed and shown. Keystone ignores limit and marker, and filters it does not know.</summary>
internal sealed partial class KeystoneWire
{
    private void MapLists()
    {
        Map("GET", "/v3/projects", ListProjects);
        Map("GET", "/v3/projects/{id}", ShowProject);
        Map(
            "GET",
            "/v3/domains",
            request =>
                Guarded(
                    request,
                    "list_domains",
                    "domains",
                    Filter(request, Identity.Domains, domain => domain.Name, domain => domain.Enabled),
                    KeystoneJson.Domain
                )
        );
        Map("GET", "/v3/domains/{id}", ShowDomain);
        Map("GET", "/v3/users", ListUsers);
        Map("GET", "/v3/users/{id}", ShowUser);
        Map("GET", "/v3/users/{id}/projects", ProjectsOfUser);
        Map(
            "GET",
            "/v3/roles",
            request =>
                Guarded(
                    request,
                    "list_roles",
                    "roles",
                    Filter(request, Identity.Roles, role => role.Name, _ => true),
                    KeystoneJson.Role
                )
        );
        Map(
            "GET",
            "/v3/roles/{id}",
            request =>
                Shown(
                    request,
                    "get_role",
                    "role",
                    Identity.Roles.Find(role => role.Id == request["id"]),
                    KeystoneJson.Role
                )
        );
        Map("GET", "/v3/services", ListServices);
        Map(
            "GET",
            "/v3/services/{id}",
            request =>
                Shown(
                    request,
                    "get_service",
                    "service",
                    Identity.Services.Find(service => service.Id == request["id"]),
                    KeystoneJson.Service
                )
        );
        Map("GET", "/v3/endpoints", ListEndpoints);
        Map("GET", "/v3/endpoints/{id}", ShowEndpoint);
        Map(
            "GET",
            "/v3/regions",
            request => Listed(request, "regions", [World.Plan.Region], region => Region(request, region))
        );
        Map(
            "GET",
            "/v3/regions/{id}",
            request =>
                request["id"] == World.Plan.Region
                    ? WireAnswer.Ok(new JsonObject { ["region"] = Region(request, World.Plan.Region) })
                    : throw new ApiRefusal(404, $"Could not find region: {request["id"]}.")
        );
        Map("GET", "/v3/role_assignments", ListAssignments);
        Map("GET", "/v3/users/{id}/application_credentials", ListCredentials);
        Map(
            "GET",
            "/v3/users/{id}/application_credentials/{credential}",
            request =>
            {
                Enforce(request, "get_application_credential", request["id"] == request.Caller.UserId);
                return WireAnswer.Ok(
                    new JsonObject
                    {
                        ["application_credential"] = KeystoneJson.AppCredential(
                            Credential(request),
                            Root(request),
                            false
                        ),
                    }
                );
            }
        );
    }

    private static JsonObject Region(OpenStackRequest request, string region) =>
        new()
        {
            ["id"] = region,
            ["description"] = "",
            ["parent_region_id"] = null,
            ["links"] = KeystoneJson.Self($"{Root(request)}/regions/{region}"),
        };

    private WireAnswer ListProjects(OpenStackRequest request)
    {
        var projects = Filter(request, Identity.Projects, project => project.Name, project => project.Enabled);
        if (request.Query("domain_id") is { } domain)
            projects = projects.Where(project => project.Domain.Id == domain);
        if (request.Query("parent_id") is { } parent)
            projects = projects.Where(project => project.Domain.Id == parent);
        if (request.Query("is_domain") is "true" or "True" or "1")
            projects = [];
        if (request.Query("tags") is { } all)
            projects = projects.Where(project => all.Split(',').All(project.Tags.Contains));
        if (request.Query("tags-any") is { } any)
            projects = projects.Where(project => any.Split(',').Any(project.Tags.Contains));
        return Guarded(request, "list_projects", "projects", projects, KeystoneJson.Project);
    }

    private WireAnswer ShowProject(OpenStackRequest request) =>
        Shown(
            request,
            "get_project",
            "project",
            Identity.Projects.Find(project => project.Id == request["id"]),
            KeystoneJson.Project,
            request["id"] == request.Caller.ProjectId
        );

    private WireAnswer ShowDomain(OpenStackRequest request) =>
        Shown(
            request,
            "get_domain",
            "domain",
            Identity.Domains.Find(domain => domain.Id == request["id"]),
            KeystoneJson.Domain,
            request["id"] == request.Caller.Domain?.Id || request["id"] == request.Caller.Project?.Domain.Id
        );

    private WireAnswer ListUsers(OpenStackRequest request)
    {
        var users = Filter(request, Identity.Users, user => user.Name, user => user.Enabled);
        if (request.Query("domain_id") is { } domain)
            users = users.Where(user => user.Domain.Id == domain);
        return Guarded(request, "list_users", "users", users, KeystoneJson.User);
    }

    private WireAnswer ShowUser(OpenStackRequest request) =>
        Shown(
            request,
            "get_user",
            "user",
            Identity.Users.Find(user => user.Id == request["id"]),
            KeystoneJson.User,
            request["id"] == request.Caller.UserId
        );

    private WireAnswer ProjectsOfUser(OpenStackRequest request)
    {
        Enforce(request, "list_user_projects", request["id"] == request.Caller.UserId);
        var user =
            Identity.Users.Find(user => user.Id == request["id"])
            ?? throw new ApiRefusal(404, $"Could not find user: {request["id"]}.");
        var projects = Identity.Projects.Where(project => Identity.EffectiveRoles(user, project).Count > 0);
        return Listed(
            request,
            "projects",
            Filter(request, projects, project => project.Name, project => project.Enabled),
            project => KeystoneJson.Project(project, Root(request))
        );
    }

    private WireAnswer ListServices(OpenStackRequest request)
    {
        var services = Filter(request, Identity.Services, service => service.Name, service => service.Enabled);
        if (request.Query("type") is { } type)
            services = services.Where(service => service.Type == type);
        return Guarded(request, "list_services", "services", services, KeystoneJson.Service);
    }

    private WireAnswer ListEndpoints(OpenStackRequest request)
    {
        Enforce(request, "list_endpoints");
        var endpoints = Identity.Services.SelectMany(service =>
            service.Endpoints.Select(endpoint => (service, endpoint))
        );
        if (request.Query("service_id") is { } service)
            endpoints = endpoints.Where(one => one.service.Id == service);
        if (request.Query("interface") is { } face)
            endpoints = endpoints.Where(one => one.endpoint.Interface == face);
        if (request.Query("region_id") is { } region)
            endpoints = endpoints.Where(one => one.endpoint.Region == region);
        return Listed(
            request,
            "endpoints",
            endpoints,
            one => KeystoneJson.Endpoint(one.service, one.endpoint, Root(request))
        );
    }

    private WireAnswer ShowEndpoint(OpenStackRequest request)
    {
        Enforce(request, "get_endpoint");
        foreach (var service in Identity.Services)
        {
            if (service.Endpoints.Find(endpoint => endpoint.Id == request["id"]) is { } endpoint)
                return WireAnswer.Ok(
                    new JsonObject { ["endpoint"] = KeystoneJson.Endpoint(service, endpoint, Root(request)) }
                );
        }

        throw new ApiRefusal(404, $"Could not find endpoint: {request["id"]}.");
    }

    private WireAnswer ListCredentials(OpenStackRequest request)
    {
        Enforce(request, "list_application_credentials", request["id"] == request.Caller.UserId);
        var own = Identity.AppCredentials.Where(credential => credential.User.Id == request["id"]);
        return Listed(
            request,
            "application_credentials",
            Filter(request, own, credential => credential.Name, _ => true),
            credential => KeystoneJson.AppCredential(credential, Root(request), false)
        );
    }

    private AppCredential Credential(OpenStackRequest request) =>
        Identity.AppCredentials.Find(credential =>
            credential.User.Id == request["id"] && credential.Id == request["credential"]
        ) ?? throw new ApiRefusal(404, $"Could not find Application Credential: {request["credential"]}.");

    private static IEnumerable<T> Filter<T>(
        OpenStackRequest request,
        IEnumerable<T> all,
        Func<T, string> name,
        Func<T, bool> enabled
    )
    {
        if (request.Query("name") is { } exact)
            all = all.Where(one => Same(name(one), exact));
        if (request.Query("name__contains") is { } part)
            all = all.Where(one => name(one).Contains(part, StringComparison.Ordinal));
        if (request.Query("name__icontains") is { } loose)
            all = all.Where(one => name(one).Contains(loose, StringComparison.OrdinalIgnoreCase));
        if (request.Query("name__startswith") is { } start)
            all = all.Where(one => name(one).StartsWith(start, StringComparison.Ordinal));
        if (request.Query("enabled") is { } flag)
            all = all.Where(one => enabled(one) == flag is not ("false" or "False" or "0"));
        return all;
    }

    private static WireAnswer Guarded<T>(
        OpenStackRequest request,
        string action,
        string collection,
        IEnumerable<T> all,
        Func<T, string, JsonObject> shape
    )
    {
        Enforce(request, action);
        return Listed(request, collection, all, one => shape(one, Root(request)));
    }

    private static WireAnswer Shown<T>(
        OpenStackRequest request,
        string action,
        string kind,
        T? one,
        Func<T, string, JsonObject> shape,
        bool own = false
    )
        where T : class
    {
        Enforce(request, action, own);
        return one is null
            ? throw new ApiRefusal(404, $"Could not find {kind}: {request["id"]}.")
            : WireAnswer.Ok(new JsonObject { [kind] = shape(one, Root(request)) });
    }

    private static WireAnswer Listed<T>(
        OpenStackRequest request,
        string collection,
        IEnumerable<T> all,
        Func<T, JsonObject> shape
    ) =>
        WireAnswer.Ok(
            new JsonObject
            {
                [collection] = new JsonArray([.. all.Select(shape)]),
                ["links"] = new JsonObject
                {
                    ["next"] = null,
                    ["self"] = request.Base + request.Path.TrimEnd('/') + request.QueryString,
                    ["previous"] = null,
                },
            }
        );
}
