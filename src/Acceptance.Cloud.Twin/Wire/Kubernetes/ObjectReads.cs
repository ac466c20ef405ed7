using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>GET of one object and lists: selectors, pages, Tables.</summary>
internal static class ObjectReads
{
    public static KubeAnswer Answer(KubeRequest request)
    {
        var path = request.Path;
        if (path.Name is null)
            return List(request);
        var found = request.Store.Find(request.Kind, request.Namespace, path.Name);
        FromTheFuture(request);
        if (found is null)
            throw KubeRefusedException.NotFound(request.Kind, path.Name);
        return path.Subresource switch
        {
            null or "status" => One(request, found),
            "attach" or "exec" or "portforward" or "proxy" => throw KubeRefusedException.NotEmulated(
                $"{request.Kind.Plural}/{path.Subresource}"
            ),
            "scale" when request.Kind.HasScale => KubeAnswer.Ok(ScaleOf(found)),
            "log" when request.Kind == KubeKinds.Pod => PodLogs.Answer(request, found),
            _ => throw KubeRefusedException.NotFound(request.Kind, path.Name),
        };
    }

    public static KubeAnswer One(KubeRequest request, KubeObject found, int status = 200)
    {
        var body = Tables.Wanted(request) is { } table
            ? Tables.Of(
                request,
                [found],
                new JsonObject { ["resourceVersion"] = Text(found.Revision) },
                table,
                columns: true
            )
            : Rendering.One(found, request.Path.Version);
        return new KubeAnswer(status, body);
    }

    public static JsonObject ScaleOf(KubeObject found) =>
        new()
        {
            ["kind"] = "Scale",
            ["apiVersion"] = "autoscaling/v1",
            ["metadata"] = new JsonObject
            {
                ["name"] = found.Name,
                ["namespace"] = found.Namespace,
                ["uid"] = found.Uid,
                ["resourceVersion"] = Text(found.Revision),
                ["creationTimestamp"] = (string?)found.Metadata["creationTimestamp"],
            },
            ["spec"] = new JsonObject { ["replicas"] = found.Spec["replicas"]?.DeepClone() ?? 0 },
            ["status"] = new JsonObject
            {
                ["replicas"] = found.Status["replicas"]?.DeepClone() ?? 0,
                ["selector"] = SelectorOf(found),
            },
        };

    private static string SelectorOf(KubeObject found) =>
        string.Join(
            ",",
            (found.Spec["selector"]?["matchLabels"] as JsonObject ?? [])
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Key}={(string?)one.Value}")
        );

    private static KubeAnswer List(KubeRequest request)
    {
        var fits = Selectors.Of(request);
        var revision = request.Store.Revision;
        var limit = Number(request, "limit");
        FromTheFuture(request);
        TooOld(request);
        var all = request
            .Store.List(request.Kind, request.Kind.Namespaced ? request.Path.Namespace : null)
            .Where(fits)
            .ToList();
        if (request.Query("continue") is { Length: > 0 } token)
        {
            if (request.Query("resourceVersion") is { Length: > 0 } and not "0")
                throw KubeRefusedException.BadRequest("specifying resource version is not allowed when using continue");
            (revision, var after) = ContinueToken.Read(request.Store, token);
            all = [.. all.Where(one => string.CompareOrdinal(KeyOf(one), after) > 0)];
        }

        var metadata = Metadata(request, all, revision, limit);
        if (limit > 0)
            all = [.. all.Take((int)limit)];
        if (Tables.Wanted(request) is { } table)
            return KubeAnswer.Ok(Tables.Of(request, all, metadata, table, columns: true));
        return KubeAnswer.Ok(
            Rendering.List(
                request.Kind,
                request.Path.Version,
                all.Select(one => Rendering.One(one, request.Path.Version, inList: true)),
                metadata
            )
        );
    }

    /// <summary>The list's own: its revision, and how to go on when it is longer than the limit.</summary>
    private static JsonObject Metadata(KubeRequest request, List<KubeObject> all, long revision, long limit)
    {
        if (limit > 0 && all.Count > limit)
        {
            var metadata = new JsonObject
            {
                ["resourceVersion"] = Text(revision),
                ["continue"] = ContinueToken.Write(revision, KeyOf(all[(int)limit - 1])),
            };
            if (request.Query("labelSelector") is null && request.Query("fieldSelector") is null)
                metadata["remainingItemCount"] = all.Count - limit;
            return metadata;
        }

        return request.Kind.Custom && Tables.Wanted(request) is null
            ? new JsonObject { ["continue"] = "", ["resourceVersion"] = Text(revision) }
            : new JsonObject { ["resourceVersion"] = Text(revision) };
    }

    private static void TooOld(KubeRequest request)
    {
        if (request.Query("resourceVersionMatch") is not { } match)
            return;
        if (request.Query("resourceVersion") is null or "")
        {
            throw KubeRefusedException.InvalidOptions(
                "ListOptions",
                "resourceVersionMatch",
                "Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided",
                "FieldValueForbidden"
            );
        }

        if (match == "Exact" && Number(request, "resourceVersion") < request.Store.Revision - 50)
            throw new KubeRefusedException(410, "Expired", "The resourceVersion for the provided list is too old.");
    }

    private static void FromTheFuture(KubeRequest request)
    {
        if (request.Query("resourceVersion") is not { Length: > 0 } asked)
            return;
        if (!ulong.TryParse(asked, CultureInfo.InvariantCulture, out var wanted))
        {
            throw KubeRefusedException.BadRequest(
                $"invalid resource version: resourceVersion: Invalid value: \"{asked}\": "
                    + $"strconv.ParseUint: parsing \"{asked}\": invalid syntax"
            );
        }

        if (wanted <= (ulong)request.Store.Revision)
            return;
        request.Http.Response.Headers.RetryAfter = "1";
        throw new KubeRefusedException(
            504,
            "Timeout",
            $"Timeout: Too large resource version: {wanted}, current: {request.Store.Revision}",
            new JsonObject
            {
                ["causes"] = new JsonArray(
                    new JsonObject
                    {
                        ["reason"] = "ResourceVersionTooLarge",
                        ["message"] = "Too large resource version",
                    }
                ),
                ["retryAfterSeconds"] = 1,
            }
        );
    }

    private static long Number(KubeRequest request, string key)
    {
        var text = request.Query(key);
        if (string.IsNullOrEmpty(text))
            return 0;
        return long.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw KubeRefusedException.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax");
    }

    private static string KeyOf(KubeObject one) => one.Namespace.Length == 0 ? one.Name : $"{one.Namespace}/{one.Name}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
