using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>How Octavia reads and answers an object.</summary>
internal static class OctaviaBody
{
    public static JsonObject Envelope(OpenStackRequest request, string name) =>
        (
            request.Header("Content-Type") is { } type && !type.Contains("json", StringComparison.Ordinal)
                ? throw new ApiRefusal(415, $"Unknown mimetype: {type.Split(';')[0]}")
                : request.Json()[name] as JsonObject
        )
        ?? throw new ApiRefusal(
            400,
            $"Invalid input for field/attribute {name}. Value: 'None'. Mandatory field missing."
        );

    public static WireAnswer Envelope(string name, JsonObject json, int status = 200) =>
        WireAnswer.Json(status, new JsonObject { [name] = json });

    public static void Demand(JsonObject body, string argument, string known)
    {
        var names = known.Split(' ');
        if (body.Select(member => member.Key).FirstOrDefault(key => !names.Contains(key)) is { } odd)
            throw new ApiRefusal(400, $"Unknown attribute for argument {argument}: {odd}");
    }

    public static string Needed(JsonObject body, string field) =>
        body[field]?.ToString()
        ?? throw new ApiRefusal(
            400,
            $"Invalid input for field/attribute {field}. Value: 'None'. Mandatory field missing."
        );

    /// <summary>What every resource may be changed in.</summary>
    public static void Common(OctaviaResource resource, JsonObject body)
    {
        if (body["name"] is { } name)
            resource.Name = name.ToString();
        if (body["description"] is { } text)
            resource.Description = text.ToString();
        if (body["admin_state_up"] is { } up)
            resource.AdminStateUp = up.GetValue<bool>();
        if (body["tags"] is JsonArray tags)
            resource.Tags = [.. tags.Select(tag => tag!.ToString())];
    }
}
