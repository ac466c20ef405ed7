using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Identity;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>One request as a handler sees it: the path's values, the query, the body, and who asks.</summary>
internal sealed class OpenStackRequest(HttpContext http, byte[] body)
{
    private JsonObject? _json;

    public HttpContext Http { get; } = http;

    public string Method => Http.Request.Method;

    /// <summary>The path as sent, percent-encoded.</summary>
    public string Path { get; } = http.Request.Path.ToUriComponent();

    /// <summary>"https://127.12.4.56:8774", as the client addressed us: links are made from it.</summary>
    public string Base => $"{Http.Request.Scheme}://{Http.Request.Host}";

    public byte[] Bytes { get; } = body;

    public string RequestId { get; } = $"req-{Guid.NewGuid()}";

    /// <summary>The live token's grant; only a route with <see cref="Access.Anyone"/> may find none.</summary>
    public TokenGrant Caller =>
        Token ?? throw new ApiRefusal(401, "The request you have made requires authentication.");

    public TokenGrant? Token { get; internal set; }

    /// <summary>The microversion in force ("2.61"); empty for a service without.</summary>
    public string Microversion { get; internal set; } = "";

    internal IReadOnlyDictionary<string, string> Values { get; set; } = new Dictionary<string, string>();

    /// <summary>A value of the path: <c>{id}</c>.</summary>
    public string this[string name] => Values[name];

    public string? Header(string name) =>
        Http.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The first value of a query key; null when it was not sent.</summary>
    public string? Query(string key) => Http.Request.Query.TryGetValue(key, out var values) ? values[0] : null;

    public IEnumerable<string> QueryAll(string key) => Http.Request.Query[key].OfType<string>();

    public IEnumerable<string> QueryKeys => Http.Request.Query.Keys;

    /// <summary>The query string with its question mark, as sent.</summary>
    public string QueryString => Http.Request.QueryString.Value ?? "";

    /// <summary>At least this microversion ("2.61" against "2.9" is compared by number).</summary>
    public bool AtLeast(string version) => Microversions.Compare(Microversion, version) >= 0;

    /// <summary>The body as an object; the service's 400 for a malformed body when it is none.</summary>
    public JsonObject Json() => _json ??= Parse() as JsonObject ?? throw new MalformedBodyException();

    public JsonArray JsonArray() => Parse() as JsonArray ?? throw new MalformedBodyException();

    /// <summary>A member of the body's envelope: <c>{"server": {...}}</c>.</summary>
    public JsonObject Json(string envelope) =>
        Json()[envelope] as JsonObject
        ?? throw new ApiRefusal(
            400,
            $"Invalid input for field/attribute {envelope}. '{envelope}' is a required property"
        );

    private JsonNode? Parse()
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(Bytes));
        }
        catch (JsonException)
        {
            throw new MalformedBodyException();
        }
    }
}
