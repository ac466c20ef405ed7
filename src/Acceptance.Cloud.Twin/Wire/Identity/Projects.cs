using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneBody;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystonePolicy;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Projects.</summary>
internal sealed class Projects(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v3/projects", List),
            Route.Get("/v3/projects/{id}", Show),
            Route.Patch("/v3/projects/{id}", Update),
        ];

    private WireAnswer List(OpenStackRequest request)
    {
        var projects = KeystoneQuery.Filter(
            request,
            identity.Projects,
            project => project.Name,
            project => project.Enabled
        );
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
        return GuardedList(request, "list_projects", "projects", projects, KeystoneJson.Project);
    }

    private WireAnswer Show(OpenStackRequest request) =>
        Shown(
            request,
            "get_project",
            "project",
            identity.Projects.Find(project => project.Id == request["id"]),
            KeystoneJson.Project,
            request["id"] == request.Caller.ProjectId
        );

    private WireAnswer Update(OpenStackRequest request)
    {
        Enforce(request, "update_project");
        var project = identity.ProjectById(request["id"]);
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
}
