using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// What the twin answered beside what was captured: status, headers that matter, envelope, fields, frames.
/// </summary>
internal static class ExchangeComparison
{
    /// <summary>Differences; the twin's answer is told with the captured names.</summary>
    public static IEnumerable<string> Differences(Exchange captured, Exchange twin, Func<string, string> toCapture)
    {
        if (captured.Status == 0)
            yield break;
        var where = $"{captured.Method} {captured.Path}{(captured.Query.Length > 0 ? "?" + captured.Query : "")}: ";
        if (captured.Status != twin.Status)
        {
            yield return $"{where}{twin.Status} instead of {captured.Status}: {Short(twin.Body)}";
            yield break;
        }

        foreach (var one in Headers(captured, twin))
            yield return where + one;
        var said = twin.Body is null ? null : Named(twin.Body, toCapture);
        if (captured.Frames is not null)
        {
            foreach (var one in Frames(captured, twin, toCapture))
                yield return where + one;
        }
        else if (Exchange.IsBinary(captured.Body) || Omitted(captured.Body))
        {
            // Protobuf was one of several forms that the client takes: JSON is another.
        }
        else
        {
            foreach (var one in Bodies(captured.Body, said))
                yield return where + one;
        }
    }

    /// <summary>
    /// The order of the frames' types, those of what was there at first as a set; and their objects' shape.
    /// </summary>
    private static IEnumerable<string> Frames(Exchange captured, Exchange twin, Func<string, string> toCapture)
    {
        var (had, has) = (Order(captured), Order(twin));
        if (!had.SequenceEqual(has))
            yield return $"frames {string.Join(' ', has)} instead of {string.Join(' ', had)}";
        var first = captured.Frames!.Select(one => one.Frame["object"]).FirstOrDefault();
        var ours = (twin.Frames ?? []).Select(one => one.Frame["object"]).FirstOrDefault();
        if (first is null || ours is null)
            yield break;
        foreach (var one in Bodies(first, Named(ours, toCapture)))
            yield return one;
    }

    private static IEnumerable<string> Bodies(JsonNode? captured, JsonNode? twin)
    {
        if (
            captured is JsonObject status
            && (string?)status["kind"] == "Status"
            && twin is JsonObject says
            && (string?)says["kind"] == "Status"
        )
        {
            foreach (var key in (string[])["message", "details", "status"])
            {
                var (had, has) = (
                    Words.Of(status[key]?.ToJsonString() ?? ""),
                    Words.Of(says[key]?.ToJsonString() ?? "")
                );
                if (had != has)
                    yield return $".{key} is {has} instead of {had}";
            }
        }

        if (
            captured is JsonValue text
            && twin is JsonValue told
            && Words.Of(text.ToString()) != Words.Of(told.ToString())
        )
            yield return $"'{Words.Of(told.ToString())}' instead of '{Words.Of(text.ToString())}'";
        if (captured is JsonObject table && (string?)table["kind"] == "Table")
        {
            var (had, has) = (Columns(captured), Columns(twin));
            if (had != has)
                yield return $"columns {has} instead of {had}";
        }

        foreach (var one in JsonShape.Differences(captured, twin))
            yield return one;
    }

    private static string Columns(JsonNode? table) =>
        string.Join(
            ' ',
            ((table as JsonObject)?["columnDefinitions"] as JsonArray ?? []).Select(one =>
                $"{one!["name"]}:{one["type"]}:{one["format"]}:{one["priority"]}"
            )
        );

    private static IEnumerable<string> Headers(Exchange captured, Exchange twin)
    {
        var negotiated =
            Exchange.IsBinary(captured.Body) && captured.Accept.Contains("application/json", StringComparison.Ordinal);
        if (!negotiated && captured.ContentType != twin.ContentType)
            yield return $"Content-Type '{twin.ContentType}' instead of '{captured.ContentType}'";
        foreach (var name in (string[])["Warning", "Retry-After", "Cache-Control", "Vary", "Allow", "Location"])
        {
            var (had, has) = (
                Words.Of(captured.Headers.GetValueOrDefault(name, "")),
                Words.Of(twin.Headers.GetValueOrDefault(name, ""))
            );
            if (had != has)
                yield return $"{name} '{has}' instead of '{had}'";
        }

        if (captured.Headers.ContainsKey("ETag") != twin.Headers.ContainsKey("ETag"))
            yield return captured.Headers.ContainsKey("ETag") ? "no ETag" : "an ETag";
    }

    // Several of one kind in a row are told once: how many there are is the situation's.
    private static string[] Order(Exchange watch)
    {
        var order = new List<string>();
        foreach (var type in (watch.Frames ?? []).Select(one => (string?)one.Frame["type"] ?? ""))
        {
            if (order.Count == 0 || order[^1] != type)
                order.Add(type);
        }

        return [.. order];
    }

    private static bool Omitted(JsonNode? body) =>
        body is JsonObject map && (map.ContainsKey("$omitted") || map.ContainsKey("$same_as"));

    private static JsonNode? Named(JsonNode body, Func<string, string> toCapture) =>
        Upstream.Read(toCapture(body.ToJsonString())) is { } read && body is not JsonValue ? read : body;

    private static string Short(JsonNode? body)
    {
        var text = (string?)(body as JsonObject)?["message"] ?? body?.ToJsonString() ?? "";
        return text.Length > 160 ? text[..160] : text;
    }
}
