using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystonePolicy;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>The tags of a project.</summary>
internal sealed class ProjectTags(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v3/projects/{id}/tags", List),
            Route.Put("/v3/projects/{id}/tags", Replace),
            Route.Get("/v3/projects/{id}/tags/{tag}", Check),
            Route.Put("/v3/projects/{id}/tags/{tag}", Add),
            Route.Delete("/v3/projects/{id}/tags/{tag}", Delete),
        ];

    private WireAnswer List(OpenStackRequest request)
    {
        Enforce(request, "list_project_tags", request["id"] == request.Caller.ProjectId);
        return Tags(request, identity.ProjectById(request["id"]));
    }

    private WireAnswer Replace(OpenStackRequest request)
    {
        Enforce(request, "update_project_tags");
        var project = identity.ProjectById(request["id"]);
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

    private WireAnswer Check(OpenStackRequest request)
    {
        Enforce(request, "get_project_tag", request["id"] == request.Caller.ProjectId);
        return identity.ProjectById(request["id"]).Tags.Contains(request["tag"])
            ? WireAnswer.Empty(204)
            : throw NoTag(request);
    }

    private WireAnswer Add(OpenStackRequest request)
    {
        Enforce(request, "create_project_tag");
        var project = identity.ProjectById(request["id"]);
        if (request["tag"].Length > 255 || request["tag"].IndexOfAny([',', '/']) >= 0)
            throw new ApiRefusal(400, $"Invalid input for field 'tags': {request["tag"]} does not match '^[^,/]*$'");
        if (!project.Tags.Contains(request["tag"]))
            project.Tags.Add(request["tag"]);
        return WireAnswer.Empty(201, "application/json").With("Location", request.Base + request.Path);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        Enforce(request, "delete_project_tag");
        return identity.ProjectById(request["id"]).Tags.Remove(request["tag"])
            ? WireAnswer.Empty(204)
            : throw NoTag(request);
    }

    private static ApiRefusal NoTag(OpenStackRequest request) =>
        new(404, $"Could not find project tag: {request["tag"]}.");
}
