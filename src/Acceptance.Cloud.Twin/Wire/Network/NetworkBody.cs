using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>How Neutron reads and answers an object.</summary>
internal static class NetworkBody
{
    public static WireAnswer Envelope(string name, JsonObject json, int status = 200) =>
        WireAnswer.Json(status, new JsonObject { [name] = json });

    /// <summary>The body's envelope; an attribute that Neutron does not know is refused by name.</summary>
    public static JsonObject Body(OpenStackRequest request, string name, string known)
    {
        var body =
            request.Json()[name] as JsonObject
            ?? throw new ApiRefusal(400, $"Unable to find '{name}' in request body", "HTTPBadRequest");
        var names = known.Split(' ').Concat(NetworkList.Everywhere).ToHashSet();
        var odd = body.Select(member => member.Key).Where(key => !names.Contains(key)).ToList();
        if (odd.Count > 0)
            throw new ApiRefusal(400, $"Unrecognized attribute(s) '{string.Join(", ", odd)}'", "HTTPBadRequest");
        return body;
    }

    public static string Project(OpenStackRequest request, JsonObject body) =>
        NetworkPolicy.IsAdmin(request) && (body["project_id"] ?? body["tenant_id"])?.ToString() is { Length: > 0 } other
            ? other
            : request.Caller.ProjectId;

    public static string Needed(JsonObject body, string field) =>
        body[field]?.ToString()
        ?? throw new ApiRefusal(
            400,
            $"Failed to parse request. Required attribute '{field}' not specified",
            "HTTPBadRequest"
        );

    public static void Rename(NeutronResource resource, JsonObject body, DateTimeOffset now)
    {
        if (body["name"] is { } name)
            resource.Name = name.ToString();
        if (body["description"] is { } text)
            resource.Description = text.ToString();
        resource.Touch(now);
    }
}
