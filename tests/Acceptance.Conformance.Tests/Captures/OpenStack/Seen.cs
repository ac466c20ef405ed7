using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>One object of the recorded cloud as an answer showed it.</summary>
/// <param name="Kind">The word that its envelope uses, in the singular: server, network, image ...</param>
internal sealed record Seen(string Service, string Kind, JsonObject Body)
{
    private static readonly Dictionary<string, string> Singular = new(StringComparer.Ordinal)
    {
        ["policies"] = "policy",
        ["amphorae"] = "amphora",
        ["statuses"] = "status",
        ["stats"] = "stats",
        ["loadbalancers"] = "loadbalancer",
        ["role_assignments"] = "role_assignment",
    };

    public string Id => Text("id") is { Length: > 0 } id ? id : Text("uuid");

    public string Name => Text("name");

    public string Text(string field) =>
        Body[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public int Number(string field, int otherwise = 0) =>
        Body[field] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;

    public string Nested(string field, string inner = "id") =>
        (Body[field] as JsonObject)?[inner] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>
    /// The objects of an answer: of its envelopes, of a list, or the body itself where the service has no envelope.
    /// </summary>
    public static IEnumerable<Seen> In(CapturedExchange exchange)
    {
        if (!exchange.Succeeded || (exchange.Surmised ?? exchange.Body) is not JsonObject body)
            yield break;
        if (Bare(exchange) is { } kind)
        {
            // Some creates answer with an id and nothing else.
            if (!body.ContainsKey("name") && exchange.RequestBody is JsonObject asked && asked["name"] is { } name)
            {
                body = (JsonObject)body.DeepClone();
                body["name"] = name.DeepClone();
            }

            yield return new Seen(exchange.Service, kind, body);
            yield break;
        }

        foreach (var (key, value) in body)
        {
            var name =
                Singular.TryGetValue(key, out var known) ? known
                : key.EndsWith('s') ? key[..^1]
                : key;
            if (value is JsonObject one)
                yield return new Seen(exchange.Service, key, one);
            if (value is not JsonArray many)
                continue;
            foreach (var item in many.OfType<JsonObject>())
                yield return new Seen(exchange.Service, name, item[name] as JsonObject ?? item);
        }
    }

    private static string? Bare(CapturedExchange exchange)
    {
        var parts = exchange.Path.Trim('/').Split('/');
        if (exchange.Method == "POST" && parts is ["v2", "images"])
            return "image";
        if (exchange.Method == "POST" && parts is ["v1", "clusters" or "clustertemplates"])
            return parts[1][..^1];
        if (exchange.Service == "glance" && parts is ["v2", "images", _])
            return "image";
        if (exchange.Service == "magnum" && parts is ["v1", "clusters", _])
            return "cluster";
        if (exchange.Service == "magnum" && parts is ["v1", "clustertemplates", _])
            return "clustertemplate";
        return exchange.Service == "placement" && parts is ["resource_providers", _] ? "resource_provider" : null;
    }
}
