using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>What Glance's resources answer with.</summary>
internal static class GlanceAnswer
{
    /// <summary>A page of HTML, unless the client accepts nothing but JSON.</summary>
    public static WireAnswer Error(OpenStackRequest request, int status, string message) =>
        WireAnswer.Webob(request, status, Title(status), message);

    public static WireAnswer Done(int status = 204) => WireAnswer.Empty(status, "text/html; charset=UTF-8");

    public static string? Text(JsonObject json, string key) =>
        json[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The query of a page's link, relative: its own but for the marker.</summary>
    public static string Link(OpenStackRequest request, string? marker)
    {
        var pairs = request
            .QueryString.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith("marker=", StringComparison.Ordinal));
        if (marker is not null)
            pairs = pairs.Append($"marker={marker}");
        var query = string.Join("&", pairs);
        return query.Length == 0 ? "" : "?" + query;
    }

    private static string Title(int status) =>
        status switch
        {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            409 => "Conflict",
            415 => "Unsupported Media Type",
            501 => "Not Implemented",
            _ => "Internal Server Error",
        };
}
