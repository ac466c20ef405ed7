using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>What a capture shows to have been there, or not, before it began.</summary>
/// <param name="Where">The object; Name is set.</param>
/// <param name="There">False: the server said that there is none.</param>
/// <param name="Body">The object as the capture shows it; null: only that it was there.</param>
internal sealed partial record Presupposed(ApiPath Where, bool There, JsonObject? Body)
{
    private static readonly string[] Derived =
    [
        "endpoints",
        "endpointslices",
        "componentstatuses",
        "bindings",
        "apiservices",
    ];

    /// <summary>Read off the answers, until something was changed by the capture itself.</summary>
    public static IEnumerable<Presupposed> By(KubeCapture capture, CaptureShelf shelf)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var exchange in capture.Exchanges)
        {
            if (
                exchange.Object is not { } path
                || Derived.Contains(path.Plural)
                || path.Plural.EndsWith("reviews", StringComparison.Ordinal)
                || exchange.Status is 0 or 401 or 403
            )
                continue;
            foreach (
                var one in exchange.Method == "GET"
                    ? Read(exchange, path, shelf)
                    : Written(capture, exchange, path, shelf)
            )
            {
                // The first that shows it shows it as it was.
                if (touched.Add(Key(one.Where)))
                    yield return one;
            }

            if (exchange is { Reads: false, Status: < 300 })
                touched.Add(
                    Key(
                        path with
                        {
                            Name = path.Name ?? (string?)(exchange.RequestBody as JsonObject)?["metadata"]?["name"],
                        }
                    )
                );
        }
    }

    private static string Key(ApiPath path) => $"{path.Group}/{path.Plural}/{path.Namespace}/{path.Name}";

    private static IEnumerable<Presupposed> Read(Exchange exchange, ApiPath path, CaptureShelf shelf)
    {
        if (path.Name is not null)
        {
            if (exchange.Status == 404 && (string?)(exchange.Body as JsonObject)?["details"]?["name"] == path.Name)
                yield return new(path, false, null);
            if (exchange.Status is < 300 or 400 or 409)
                yield return new(path, true, Whole(exchange.Body as JsonObject, shelf));
            yield break;
        }

        var items =
            (exchange.Body as JsonObject)?["items"] is JsonArray
                ? CaptureShelf.Bodies(exchange with { Frames = null })
                : Rows(exchange.Body);
        foreach (var item in items.Concat(Initial(exchange)))
        {
            if ((string?)item["metadata"]?["name"] is not { } name)
                continue;
            yield return new(
                path with
                {
                    Namespace = (string?)item["metadata"]!["namespace"] ?? "",
                    Name = name,
                    Subresource = null,
                },
                true,
                Whole(item, shelf)
            );
        }
    }

    private static IEnumerable<Presupposed> Written(
        KubeCapture capture,
        Exchange exchange,
        ApiPath path,
        CaptureShelf shelf
    )
    {
        var body = exchange.Body as JsonObject;
        var name = path.Name ?? (string?)(exchange.RequestBody as JsonObject)?["metadata"]?["name"] ?? Printed(capture);
        if (name is null)
            yield break;
        var where = path with { Name = name, Subresource = null };
        if (exchange.Method == "POST" && path.Name is null)
        {
            if (exchange.Status is < 300)
                yield return new(where, false, null);
            else if (exchange.Status == 409)
                yield return new(where, true, null);
        }
        else if (exchange.Status == 404 && (string?)body?["details"]?["name"] == name)
            yield return new(where, false, null);
        else if (exchange.Status == 201)
            yield return new(where, false, null);
        else if (exchange.Status != 404)
            yield return new(where, true, Before(body, shelf));
    }

    // A body in protobuf is not read here: kubectl says the name too.
    private static string? Printed(KubeCapture capture) =>
        Said().Match(capture.Stdout + capture.Stderr) is { Success: true } said
            ? said.Groups[1].Value + said.Groups[2].Value
            : null;

    // A change's answer shows the object after it; what was known of it before is nearer.
    private static JsonObject? Before(JsonObject? body, CaptureShelf shelf)
    {
        var uid = (string?)body?["metadata"]?["uid"] ?? (string?)body?["details"]?["uid"];
        if (uid is null)
            return null;
        var revision = CaptureShelf.Revision(body);
        return shelf.Body(uid, revision == 0 ? long.MaxValue : revision - 1);
    }

    private static JsonObject? Whole(JsonObject? body, CaptureShelf shelf)
    {
        if (body is null || (string?)body["kind"] is not ("Table" or "PartialObjectMetadata"))
            return body?["metadata"]?["uid"] is null ? null : body;
        if ((string?)body["kind"] == "Table")
            return Rows(body).Select(row => Whole(row, shelf)).FirstOrDefault();
        return (string?)body["metadata"]?["uid"] is { } uid
            ? shelf.Body(uid, CaptureShelf.Revision(body)) ?? body
            : null;
    }

    private static IEnumerable<JsonObject> Rows(JsonNode? table) =>
        ((table as JsonObject)?["rows"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(row => row["object"] is JsonObject)
            .Select(row =>
                Columns(table!) switch
                {
                    ["Last Seen", "Type", "Reason", "Object", ..] => Event(row),
                    ["Name", "Holder", "Age"] => Lease(row),
                    _ => (JsonObject)row["object"]!,
                }
            );

    private static JsonObject Lease(JsonObject row) =>
        new()
        {
            ["kind"] = "Lease",
            ["apiVersion"] = "coordination.k8s.io/v1",
            ["metadata"] = row["object"]!["metadata"]!.DeepClone(),
            ["spec"] = new JsonObject { ["holderIdentity"] = row["cells"]![1]!.ToString() },
        };

    private static string[] Columns(JsonNode table) =>
        [.. (table["columnDefinitions"] as JsonArray ?? []).Select(one => (string?)one!["name"] ?? "")];

    // An event is hardly ever shown whole: its row tells what it says.
    private static JsonObject Event(JsonObject row)
    {
        var cells = (row["cells"] as JsonArray ?? []).Select(cell => cell?.ToString() ?? "").ToArray();
        var about = cells[3].Split('/');
        return new JsonObject
        {
            ["kind"] = "Event",
            ["apiVersion"] = "v1",
            ["metadata"] = row["object"]!["metadata"]!.DeepClone(),
            ["type"] = cells[1],
            ["reason"] = cells[2],
            ["message"] = cells[6],
            ["count"] = 1,
            ["involvedObject"] = new JsonObject
            {
                ["kind"] = about[0],
                ["name"] = about[^1],
                ["namespace"] = (string?)row["object"]!["metadata"]!["namespace"],
                ["fieldPath"] = cells[4],
            },
            ["source"] = new JsonObject { ["component"] = cells[5].Split(',')[0] },
            ["firstTimestamp"] = (string?)row["object"]!["metadata"]!["creationTimestamp"],
            ["lastTimestamp"] = (string?)row["object"]!["metadata"]!["creationTimestamp"],
        };
    }

    [GeneratedRegex(@"^[\w.]+/(\S+) created|""([^""]+)"" already exists", RegexOptions.Multiline)]
    private static partial Regex Said();

    private static IEnumerable<JsonObject> Initial(Exchange exchange) =>
        (exchange.Frames ?? [])
            .Where(frame => frame.After < 0.05 && (string?)frame.Frame["type"] == "ADDED")
            .Select(frame => frame.Frame["object"])
            .OfType<JsonObject>()
            .SelectMany(shown => (string?)shown["kind"] == "Table" ? Rows(shown) : [shown]);
}
