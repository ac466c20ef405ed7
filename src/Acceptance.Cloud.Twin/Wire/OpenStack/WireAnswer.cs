using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>
/// One answer before it is written: status, headers in their order, and a body that is JSON, text or nothing.
/// </summary>
internal sealed class WireAnswer
{
    private WireAnswer(int status, string? contentType, JsonNode? json, byte[]? bytes)
    {
        Status = status;
        ContentType = contentType;
        Body = json;
        Bytes = bytes;
    }

    public int Status { get; }

    /// <summary>Null: none is sent.</summary>
    public string? ContentType { get; init; }

    public JsonNode? Body { get; }

    public byte[]? Bytes { get; }

    public List<(string Name, string Value)> Headers { get; } = [];

    public static WireAnswer Json(int status, JsonNode body) => new(status, "application/json", body, null);

    public static WireAnswer Ok(JsonNode body) => Json(200, body);

    public static WireAnswer Empty(int status, string? contentType = null) => new(status, contentType, null, []);

    public static WireAnswer Text(int status, string body, string contentType = "text/plain; charset=UTF-8") =>
        new(status, contentType, null, Encoding.UTF8.GetBytes(body));

    public static WireAnswer Data(int status, byte[] body, string contentType) => new(status, contentType, null, body);

    /// <summary>The page that webob makes of an error.</summary>
    public static WireAnswer Html(int status, string title, string explanation, string detail = "")
    {
        var encoded = WebUtility.HtmlEncode(explanation).Replace("&#39;", "&#x27;", StringComparison.Ordinal);
        return Page(status, title, $"{encoded}<br /><br />\n{WebUtility.HtmlEncode(detail)}\n\n");
    }

    /// <summary>oslo.middleware's health: a word, or JSON for who accepts only that.</summary>
    public static WireAnswer Healthy(OpenStackRequest request) =>
        request.Header("Accept") == "application/json"
            ? Text(200, "{\n    \"detailed\": false,\n    \"reasons\": [\n        \"OK\"\n    ]\n}", "application/json")
            : Text(200, "OK");

    /// <summary>webob's page for a wrong method, which is a little shorter.</summary>
    public static WireAnswer HtmlMethodNotAllowed(string method, IEnumerable<string> allowed) =>
        Page(405, "Method Not Allowed", $"The method {method} is not allowed for this resource. <br /><br />\n")
            .With("Allow", string.Join(", ", allowed));

    private static WireAnswer Page(int status, string title, string body) =>
        Text(
            status,
            $"<html>\n <head>\n  <title>{status} {title}</title>\n </head>\n "
                + $"<body>\n  <h1>{status} {title}</h1>\n  {body}\n </body>\n</html>",
            "text/html; charset=UTF-8"
        );

    /// <summary>
    /// webob's answer to an error that never reached the application: a page, or JSON for who accepts only that.
    /// </summary>
    public static WireAnswer Webob(OpenStackRequest request, int status, string title, string explanation) =>
        request.Header("Accept") == "application/json"
            ? Json(
                status,
                new JsonObject
                {
                    ["message"] = explanation + "<br /><br />\n\n\n",
                    ["code"] = $"{status} {title}",
                    ["title"] = title,
                }
            )
            : Html(status, title, explanation);

    public WireAnswer With(string header, string value)
    {
        Headers.Add((header, value));
        return this;
    }
}
