using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystonePolicy;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Groups, which hold nobody here, and the list of credentials, which is empty.</summary>
internal sealed class Groups(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v3/groups", List),
            Route.Get("/v3/groups/{id}", Show),
            Route.Post("/v3/groups", Create),
            Route.Delete("/v3/groups/{id}", Delete),
            Route.Get("/v3/groups/{id}/users", Users),
            Route.Get("/v3/credentials", Credentials),
        ];

    private WireAnswer List(OpenStackRequest request)
    {
        var groups = KeystoneQuery.Filter(request, identity.Groups, group => group.Name, _ => true);
        if (request.Query("domain_id") is { } domain)
            groups = groups.Where(group => group.Domain.Id == domain);
        return GuardedList(request, "list_groups", "groups", groups, Group);
    }

    private WireAnswer Show(OpenStackRequest request) =>
        Shown(request, "get_group", "group", identity.Groups.Find(group => group.Id == request["id"]), Group);

    private WireAnswer Create(OpenStackRequest request)
    {
        Enforce(request, "create_group");
        var body = request.Json("group");
        var domain = body["domain_id"]?.ToString() is { } id
            ? identity.Domain(id)
            : request.Caller.Domain ?? identity.Domain("default");
        var group = identity.CreateGroup(body["name"]?.ToString() ?? "", domain, body["description"]?.ToString() ?? "");
        return Made("group", Group(group, Root(request)));
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        Enforce(request, "delete_group");
        return identity.Groups.RemoveAll(group => group.Id == request["id"]) > 0
            ? WireAnswer.Empty(204)
            : throw NoGroup(request);
    }

    private WireAnswer Users(OpenStackRequest request)
    {
        Enforce(request, "list_users_in_group");
        return identity.Groups.Exists(group => group.Id == request["id"])
            ? Listed(request, "users", Array.Empty<KeystoneUser>(), user => KeystoneJson.User(user, Root(request)))
            : throw NoGroup(request);
    }

    private static ApiRefusal NoGroup(OpenStackRequest request) => new(404, $"Could not find group: {request["id"]}.");

    private static WireAnswer Credentials(OpenStackRequest request) =>
        Listed(request, "credentials", Array.Empty<string>(), _ => []);

    private static JsonObject Group(KeystoneGroup group, string root) =>
        new()
        {
            ["id"] = group.Id,
            ["name"] = group.Name,
            ["domain_id"] = group.Domain.Id,
            ["description"] = group.Description,
            ["links"] = KeystoneJson.Self($"{root}/groups/{group.Id}"),
        };
}
