using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// Puts a cluster of the twin into the situation that a capture presupposes, through the API and as an administrator.
/// </summary>
internal sealed partial class Situation(RigCluster cluster, CaptureShelf shelf)
{
    private readonly Dictionary<string, long> _shown = new(StringComparer.Ordinal);

    public ShownObjects Objects { get; } = new(cluster);

    public RigScheduler Scheduler { get; } = new(cluster);

    public async Task Prepare(KubeCapture capture)
    {
        cluster.Kube.WithoutEtcd = false;
        cluster.Kube.LostWebhooks.Clear();
        Generation.Set(cluster, capture, shelf);
        Rights(capture);
        foreach (
            var exchange in capture.Exchanges.Where(one =>
                one.Status is >= 200 and < 300 && one.Object is { Namespace.Length: > 0 } && !one.Reads
            )
        )
            await Home(Objects.Here(exchange.Object! with { Name = "-" }).Namespace);
        foreach (var one in Presupposed.By(capture, shelf).ToArray())
        {
            var here = Objects.Here(one);
            if (one.There)
                await Present(one, here);
            else if (Objects.Stands(here))
                await Objects.Vanish(here);
        }

        foreach (var exchange in capture.Exchanges.Where(one => one.Reads))
            await Empty(exchange);
        Scheduler.Converge(capture);
        Webhooks(capture);
        await Break(capture);
    }

    // An API server without its etcd, and one whose history was compacted away.
    private async Task Break(KubeCapture capture)
    {
        if (
            capture.Exchanges.Any(one =>
                one.Status == 504
                    && (one.Body?.ToJsonString().Contains("did not complete", StringComparison.Ordinal) ?? false)
                || Exchange.IsBinary(one.Body) && one.Status == 504
                || one.Body?.ToString().Contains("[-]etcd", StringComparison.Ordinal) == true
            )
        )
            cluster.Kube.WithoutEtcd = true;
        if (capture.Exchanges.Any(Compacted))
        {
            await cluster.Ask(
                "POST",
                "/api/v1/namespaces/default/configmaps",
                JsonNode.Parse("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"generateName":"tick-"}}""")
            );
            lock (cluster.Gate)
                cluster.Kube.Store.Compact();
        }
    }

    // A list that was empty: nothing of the sort was there.
    private async Task Empty(Exchange exchange)
    {
        if (
            exchange
                is not {
                    Method: "GET",
                    Status: 200,
                    Object: { Name: null } path,
                    Body: System.Text.Json.Nodes.JsonObject body
                }
            || exchange.Watches
            || path.Plural.EndsWith("reviews", StringComparison.Ordinal)
        )
            return;
        if ((body["items"] ?? body["rows"]) is not JsonArray { Count: 0 })
            return;
        var here = Objects.Here(path with { Name = "" });
        var found = await cluster.Ask("GET", here.Collection, query: cluster.Names.ToTwin(exchange.Query));
        foreach (var item in ((found.Body as JsonObject)?["items"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var (kind, name) = (path.Plural, (string)item["metadata"]!["name"]!);
            var ns = (string?)item["metadata"]!["namespace"] ?? "";
            if (kind == "pods" && cluster.OwnerOf(ns, name) is { } deployment)
                await Objects.Vanish(new ApiPath("/apis/apps/v1", ns, "deployments", deployment, null));
            await Objects.Vanish(here with { Namespace = ns, Name = name });
        }
    }

    private async Task Home(string ns)
    {
        if (ns.Length > 0 && cluster.Find("namespaces", "", "", ns) is null)
            await cluster.Ask(
                "POST",
                "/api/v1/namespaces",
                JsonNode.Parse($$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{ns}}}"}}""")
            );
    }

    private async Task Present(Presupposed one, ApiPath here)
    {
        await Home(here.Namespace);
        var key = $"{here.Collection}/{here.Name}";
        var revision = CaptureShelf.Revision(one.Body);
        if (!Objects.Stands(here))
        {
            // What a controller makes of something else comes by itself.
            var controlled =
                (one.Body?["metadata"]?["ownerReferences"] as JsonArray)?.Any(owner =>
                    (string?)owner!["kind"] == "ReplicaSet"
                ) == true;
            if (controlled)
                cluster.Pass(TimeSpan.FromSeconds(2));
            here = Objects.Here(one);
            if (controlled || Objects.Stands(here))
                return;
            await Objects.Create(here, one.Body ?? Least(here));
            _shown[key] = revision;
        }
        else if (
            one.Body?["kind"] is not null
            && (string?)one.Body["kind"] != "PartialObjectMetadata"
            && (
                here.Plural == "nodes"
                || Emptied(here, one.Body)
                || (!cluster.IsNative(here) && one.Body["metadata"]?["ownerReferences"] is null)
            )
            && _shown.GetValueOrDefault(key) != revision
        )
        {
            if (here.Plural == "nodes")
                cluster.Power(here.Name!, Ready(one.Body));
            await Objects.Update(here, one.Body);
            _shown[key] = revision;
        }
    }

    // A capture before this one took away what this one shows again.
    private bool Emptied(ApiPath here, JsonObject shown) =>
        shown["spec"] is JsonObject { Count: > 0 }
        && cluster.Find(here.Plural, here.Group, here.Namespace, here.Name!) is { } held
        && held.Body["spec"] is null or JsonObject { Count: 0 };

    private static bool Ready(JsonObject node) =>
        (node["status"]?["conditions"] as JsonArray ?? []).Any(one =>
            (string?)one!["type"] == "Ready" && (string?)one["status"] == "True"
        );

    private static JsonObject Least(ApiPath where)
    {
        var body = new JsonObject { ["metadata"] = new JsonObject { ["name"] = where.Name } };
        if (where.Plural == "deployments")
        {
            JsonObject Labels() => new() { ["app"] = where.Name };
            body["spec"] = new JsonObject
            {
                ["replicas"] = 2,
                ["selector"] = new JsonObject { ["matchLabels"] = Labels() },
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = Labels() },
                    ["spec"] = JsonNode.Parse("""{"containers":[{"name":"agnhost","image":"x"}]}"""),
                },
            };
        }

        if (where.Plural == "pods")
            body["spec"] = JsonNode.Parse("""{"containers":[{"name":"c","image":"x"}]}""");
        return body;
    }

    private void Webhooks(KubeCapture capture)
    {
        foreach (var exchange in capture.Exchanges.Where(one => one.Status == 500 && one.Object is not null))
        {
            if (
                Failed().Match((string?)(exchange.Body as JsonObject)?["message"] ?? "") is not { Success: true } failed
                || cluster.KindOf(exchange.Object!.Plural, exchange.Object.Group) is not { } kind
            )
                continue;
            cluster.Kube.LostWebhooks[kind] = (failed.Groups[1].Value, failed.Groups[2].Value, failed.Groups[3].Value);
        }
    }

    [GeneratedRegex(@"failed calling webhook ""([^""]+)"": failed to call webhook: Post ""([^""]+)"": (.*)$")]
    private static partial Regex Failed();

    private void Rights(KubeCapture capture)
    {
        foreach (var exchange in capture.Exchanges.Where(_ => capture.Identity == "viewer"))
        {
            if (
                exchange.Object is not { Subresource: null } path
                || exchange.Method != "GET"
                || path.Plural.EndsWith("reviews", StringComparison.Ordinal)
            )
                continue;
            foreach (var verb in (string[])["get", "list", "watch"])
            {
                if (exchange.Status < 300)
                    cluster.Kube.Rights.Add(("viewer", verb, path.Plural));
                else
                    cluster.Kube.Rights.Remove(("viewer", verb, path.Plural));
            }
        }
    }

    private static bool Compacted(Exchange exchange) =>
        exchange.Status == 410 || (exchange.Frames ?? []).Any(frame => (int?)frame.Frame["object"]?["code"] == 410);
}
