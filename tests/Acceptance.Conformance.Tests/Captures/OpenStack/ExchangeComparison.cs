using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>One answer of the twin against the captured one: status, headers that a client sees, body.</summary>
internal sealed class ExchangeComparison(IdBook book)
{
    private readonly Shape _shape = new(book);

    /// <summary>
    /// Headers whose presence and form count. Connection, Server, Content-Length and the case are the rig's or the
    /// proxy's.
    /// </summary>
    private static readonly string[] Compared =
    [
        "Content-Type",
        "Location",
        "WWW-Authenticate",
        "Allow",
        "X-Subject-Token",
        "OpenStack-API-Version",
        "X-OpenStack-Nova-API-Version",
        "OpenStack-API-Minimum-Version",
        "OpenStack-API-Maximum-Version",
        "x-openstack-request-id",
        "x-compute-request-id",
        "Vary",
        "Retry-After",
        "OpenStack-image-import-methods",
        "cache-control",
        "last-modified",
        "Content-MD5",
    ];

    /// <summary>Null: the same shape.</summary>
    public string? Of(CapturedExchange captured, TwinAnswer twin)
    {
        if (captured.Status is null)
            return null;
        if (captured.Status != twin.Status)
            return $"{captured}: {twin.Status}, and was "
                + $"{captured.Status}{(twin.Status >= 400 ? ": " + Short(twin.Text) : "")}";
        if (Headers(captured, twin) is { } header)
            return $"{captured}: {header}";
        if (captured.Untold)
            return null;
        return (captured.Body, twin.Json) switch
        {
            (JsonObject or JsonArray, { } json) => _shape.Of(captured.Body, json, captured.Status >= 400) is { } body
                ? $"{captured}: {body}"
                : null,
            (JsonObject or JsonArray, null) => $"{captured}: the body is no JSON: {Short(twin.Text)}",
            (JsonValue text, _) => Text((string)text!, twin.Text) is { } difference
                ? $"{captured}: {difference}"
                : null,
            _ => twin.Text.Length == 0 ? null : $"{captured}: there is a body, and there was none: {Short(twin.Text)}",
        };
    }

    private string? Headers(CapturedExchange captured, TwinAnswer twin)
    {
        foreach (var name in Compared)
        {
            var was = Values(captured.Headers, name);
            var now = Values(twin.Headers, name);
            if (was.Length == 0 && now.Length == 0)
                continue;
            if (was.Length == 0)
                return $"header {name} is said ({now[0]}), and was not";
            if (now.Length == 0)
                return $"header {name} is missing";
            if (Form(name, was) != Form(name, now))
                return $"header {name} is '{string.Join(", ", now)}', and was '{string.Join(", ", was)}'";
        }

        return null;
    }

    private string Form(string name, string[] values) =>
        name switch
        {
            "x-openstack-request-id"
            or "x-compute-request-id"
            or "X-Subject-Token"
            or "last-modified"
            or "Content-MD5" => "said",
            "Vary" or "Allow" => string.Join(
                ',',
                values
                    .SelectMany(value => value.Split(','))
                    .Select(value => value.Trim().ToLowerInvariant())
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            ),
            "Content-Type" => string.Join(',', values).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(),
            "Location" or "WWW-Authenticate" => _shape.Words(string.Join(',', values)),
            _ => string.Join(',', values),
        };

    private string? Text(string captured, string twin) =>
        captured.StartsWith('<') && captured.Contains("bytes", StringComparison.Ordinal)
            ? (twin.Length > 0 ? null : "there is no data")
        : captured.StartsWith("REDACTED", StringComparison.Ordinal) ? (twin.Length > 0 ? null : "there is nothing")
        : _shape.Words(string.Join(' ', captured.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        == _shape.Words(string.Join(' ', twin.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            ? null
        : $"says '{Short(twin)}', and said '{Short(captured)}'";

    private static string[] Values(IEnumerable<(string Name, string Value)> headers, string name) =>
        [
            .. headers
                .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(header => header.Value),
        ];

    private static string Short(string text) => text.Length > 160 ? text[..160] : text;
}
