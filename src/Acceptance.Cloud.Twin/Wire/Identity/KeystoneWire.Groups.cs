using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Groups, which hold nobody here, and the list of credentials, which is empty.</summary>
internal sealed partial class KeystoneWire
{
    private void MapGroups()
    {
        Map(
            "GET",
            "/v3/groups",
            request =>
            {
                var groups = Filter(request, Identity.Groups, group => group.Name, _ => true);
                if (request.Query("domain_id") is { } domain)
                    groups = groups.Where(group => group.Domain.Id == domain);
                return Guarded(request, "list_groups", "groups", groups, Group);
            }
        );
        Map(
            "GET",
            "/v3/groups/{id}",
            request =>
                Shown(request, "get_group", "group", Identity.Groups.Find(group => group.Id == request["id"]), Group)
        );
        Map(
            "POST",
            "/v3/groups",
            request =>
            {
                Enforce(request, "create_group");
                var body = request.Json("group");
                var domain = body["domain_id"]?.ToString() is { } id
                    ? Identity.Domain(id)
                    : request.Caller.Domain ?? Identity.Domain("default");
                return WireAnswer.Json(
                    201,
                    new JsonObject
                    {
                        ["group"] = Group(
                            Identity.CreateGroup(
                                body["name"]?.ToString() ?? "",
                                domain,
                                body["description"]?.ToString() ?? ""
                            ),
                            Root(request)
                        ),
                    }
                );
            }
        );
        Map(
            "DELETE",
            "/v3/groups/{id}",
            request =>
            {
                Enforce(request, "delete_group");
                if (Identity.Groups.RemoveAll(group => group.Id == request["id"]) == 0)
                    throw new ApiRefusal(404, $"Could not find group: {request["id"]}.");
                return WireAnswer.Empty(204);
            }
        );
        Map(
            "GET",
            "/v3/groups/{id}/users",
            request =>
            {
                Enforce(request, "list_users_in_group");
                return Identity.Groups.Exists(group => group.Id == request["id"])
                    ? Listed(
                        request,
                        "users",
                        Array.Empty<KeystoneUser>(),
                        user => KeystoneJson.User(user, Root(request))
                    )
                    : throw new ApiRefusal(404, $"Could not find group: {request["id"]}.");
            }
        );
        Map("GET", "/v3/credentials", request => Listed(request, "credentials", Array.Empty<string>(), _ => []));
    }

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
