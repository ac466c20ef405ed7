using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>What can be made and changed: domains, projects and their tags, users, roles, application credentials.</summary>
internal sealed partial class KeystoneWire
{
    private void MapChanges()
    {
        Map("POST", "/v3/domains", CreateDomain);
        Map("POST", "/v3/projects", CreateProject);
        Map("PATCH", "/v3/projects/{id}", UpdateProject);
        Map("DELETE", "/v3/projects/{id}", DeleteProject);
        Map("POST", "/v3/users", CreateUser);
        Map("DELETE", "/v3/users/{id}", DeleteUser);
        Map("POST", "/v3/roles", CreateRole);
        Map("POST", "/v3/users/{id}/application_credentials", CreateCredential);
        Map("DELETE", "/v3/users/{id}/application_credentials/{credential}", DeleteCredential);
        Map("GET", "/v3/projects/{id}/tags", ListTags);
        Map("PUT", "/v3/projects/{id}/tags", ReplaceTags);
        Map("GET", "/v3/projects/{id}/tags/{tag}", CheckTag);
        Map("PUT", "/v3/projects/{id}/tags/{tag}", AddTag);
        Map("DELETE", "/v3/projects/{id}/tags/{tag}", DeleteTag);
    }

    private static string Required(JsonObject json, string key) =>
        Text(json, key) is { Length: > 0 } text
            ? text
            : throw new ApiRefusal(400, $"'{key}' is a required property\n\nFailed validating 'required' in schema");

    private WireAnswer CreateDomain(OpenStackRequest request)
    {
        Enforce(request, "create_domain");
        var json = request.Json("domain");
        var domain = Identity.CreateDomain(Required(json, "name"), Text(json, "description") ?? "");
        return WireAnswer.Json(201, new JsonObject { ["domain"] = KeystoneJson.Domain(domain, Root(request)) });
    }

    private WireAnswer CreateProject(OpenStackRequest request)
    {
        Enforce(request, "create_project");
        var json = request.Json("project");
        var domain = DomainOf(request, json);
        var project = Identity.CreateProject(Required(json, "name"), domain, Text(json, "description") ?? "");
        project.Tags.AddRange((json["tags"] as JsonArray ?? []).Select(tag => tag!.GetValue<string>()));
        return WireAnswer.Json(201, new JsonObject { ["project"] = KeystoneJson.Project(project, Root(request)) });
    }

    private KeystoneDomain DomainOf(OpenStackRequest request, JsonObject json)
    {
        var id = Text(json, "domain_id") ?? request.Caller.Domain?.Id ?? request.Caller.Project?.Domain.Id ?? "default";
        return Identity.Domains.Find(domain => domain.Id == id)
            ?? throw new ApiRefusal(404, $"Could not find domain: {id}.");
    }

    private WireAnswer UpdateProject(OpenStackRequest request)
    {
        Enforce(request, "update_project");
        var project = ProjectById(request["id"]);
        var json = request.Json("project");
        project.Name = Text(json, "name") ?? project.Name;
        project.Description = Text(json, "description") ?? project.Description;
        if (json["enabled"] is JsonValue enabled)
            project.Enabled = enabled.GetValue<bool>();
        if (json["tags"] is JsonArray tags)
        {
            project.Tags.Clear();
            project.Tags.AddRange(tags.Select(tag => tag!.GetValue<string>()));
        }

        return WireAnswer.Ok(new JsonObject { ["project"] = KeystoneJson.Project(project, Root(request)) });
    }

    private WireAnswer DeleteProject(OpenStackRequest request)
    {
        Enforce(request, "delete_project");
        var project = ProjectById(request["id"]);
        Identity.Projects.Remove(project);
        Identity.Assignments.RemoveAll(held => held.Project == project);
        Identity.AppCredentials.RemoveAll(credential => credential.Project == project);
        return WireAnswer.Empty(204);
    }

    private WireAnswer CreateUser(OpenStackRequest request)
    {
        Enforce(request, "create_user");
        var json = request.Json("user");
        var user = Identity.CreateUser(Required(json, "name"), DomainOf(request, json), Text(json, "password"));
        user.Email = Text(json, "email");
        user.Description = Text(json, "description");
        user.DefaultProjectId = Text(json, "default_project_id");
        return WireAnswer.Json(201, new JsonObject { ["user"] = KeystoneJson.User(user, Root(request)) });
    }

    private WireAnswer DeleteUser(OpenStackRequest request)
    {
        Enforce(request, "delete_user");
        var user =
            Identity.Users.Find(one => one.Id == request["id"])
            ?? throw new ApiRefusal(404, $"Could not find user: {request["id"]}.");
        Identity.DeleteUser(user);
        return WireAnswer.Empty(204);
    }

    private WireAnswer CreateRole(OpenStackRequest request)
    {
        Enforce(request, "create_role");
        var json = request.Json("role");
        var role = Identity.CreateRole(Required(json, "name"));
        role.Description = Text(json, "description");
        return WireAnswer.Json(201, new JsonObject { ["role"] = KeystoneJson.Role(role, Root(request)) });
    }

    private WireAnswer CreateCredential(OpenStackRequest request)
    {
        var caller = request.Caller;
        if (request["id"] != caller.UserId || caller.Project is not { } project)
            throw new ApiRefusal(
                403,
                "You are not authorized to perform the requested action: identity:create_application_credential."
            );
        if (caller.AppCredential is { Unrestricted: false })
        {
            throw new ApiRefusal(
                403,
                "Using method 'application_credential' is not allowed for managing additional application credentials."
            );
        }

        var json = request.Json("application_credential");
        var roles = (json["roles"] as JsonArray ?? []).Select(role => RoleNamed(role as JsonObject ?? [])).ToList();
        DateTimeOffset? expires = Text(json, "expires_at") is { } until
            ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;
        var unrestricted = json["unrestricted"] is JsonValue flag && flag.GetValue<bool>();
        var credential = Identity.MintApplicationCredential(
            caller.User,
            project,
            roles,
            Required(json, "name"),
            Text(json, "secret"),
            Text(json, "description"),
            expires,
            unrestricted
        );
        return WireAnswer.Json(
            201,
            new JsonObject { ["application_credential"] = KeystoneJson.AppCredential(credential, Root(request), true) }
        );
    }

    /// <summary>An id or name that is no role of the user's is refused in the words for an unassigned role, as Keystone does.</summary>
    private string RoleNamed(JsonObject given) =>
        Identity
            .Roles.Find(role =>
                role.Id == Text(given, "id") || (Text(given, "name") is { } name && Same(role.Name, name))
            )
            ?.Id
        ?? throw new ApiRefusal(
            400,
            "Invalid application credential: Cannot create an application credential with unassigned role"
        );

    private WireAnswer DeleteCredential(OpenStackRequest request)
    {
        Enforce(request, "delete_application_credential", request["id"] == request.Caller.UserId);
        Identity.AppCredentials.Remove(Credential(request));
        return WireAnswer.Empty(204);
    }

    private WireAnswer ListTags(OpenStackRequest request)
    {
        Enforce(request, "list_project_tags", request["id"] == request.Caller.ProjectId);
        return Tags(request, ProjectById(request["id"]));
    }

    private WireAnswer ReplaceTags(OpenStackRequest request)
    {
        Enforce(request, "update_project_tags");
        var project = ProjectById(request["id"]);
        var tags =
            request.Json()["tags"] as JsonArray
            ?? throw new ApiRefusal(400, "'tags' is a required property\n\nFailed validating 'required' in schema");
        project.Tags.Clear();
        project.Tags.AddRange(tags.Select(tag => tag!.GetValue<string>()).Distinct());
        return Tags(request, project);
    }

    private static WireAnswer Tags(OpenStackRequest request, KeystoneProject project) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["links"] = KeystoneJson.Self(request.Base + request.Path),
                ["tags"] = KeystoneJson.Strings(project.Tags),
            }
        );

    private WireAnswer CheckTag(OpenStackRequest request)
    {
        Enforce(request, "get_project_tag", request["id"] == request.Caller.ProjectId);
        return ProjectById(request["id"]).Tags.Contains(request["tag"]) ? WireAnswer.Empty(204) : throw NoTag(request);
    }

    private WireAnswer AddTag(OpenStackRequest request)
    {
        Enforce(request, "create_project_tag");
        var project = ProjectById(request["id"]);
        if (request["tag"].Length > 255 || request["tag"].IndexOfAny([',', '/']) >= 0)
            throw new ApiRefusal(400, $"Invalid input for field 'tags': {request["tag"]} does not match '^[^,/]*$'");
        if (!project.Tags.Contains(request["tag"]))
            project.Tags.Add(request["tag"]);
        return WireAnswer.Empty(201, "application/json").With("Location", request.Base + request.Path);
    }

    private WireAnswer DeleteTag(OpenStackRequest request)
    {
        Enforce(request, "delete_project_tag");
        return ProjectById(request["id"]).Tags.Remove(request["tag"]) ? WireAnswer.Empty(204) : throw NoTag(request);
    }

    private static ApiRefusal NoTag(OpenStackRequest request) =>
        new(404, $"Could not find project tag: {request["tag"]}.");
}
