using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// Puts a cluster of the twin into the situation that a capture presupposes, through the API and as an administrator.
/// </summary>
internal sealed partial class Situation(RigCluster cluster, CaptureShelf shelf)
{
    private static readonly string[] Servers =
    [
        "uid",
        "resourceVersion",
        "creationTimestamp",
        "managedFields",
        "generation",
        "deletionTimestamp",
        "deletionGracePeriodSeconds",
        "selfLink",
    ];
    private readonly Dictionary<string, long> _shown = new(StringComparer.Ordinal);

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
            await Home(Here(exchange.Object! with { Name = "-" }).Namespace);
        foreach (var one in Presupposed.By(capture, shelf).ToArray())
        {
            var here = Here(one);
            if (one.There)
                await Present(one, here);
            else if (Stands(here))
                await Vanish(here);
        }

        foreach (var exchange in capture.Exchanges.Where(one => one.Reads))
            await Empty(exchange);
        Converge(capture);
        Webhooks(capture);
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
        var here = Here(path with { Name = "" });
        var found = await cluster.Ask("GET", here.Collection, query: cluster.Names.ToTwin(exchange.Query));
        foreach (var item in ((found.Body as JsonObject)?["items"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var (kind, name) = (path.Plural, (string)item["metadata"]!["name"]!);
            var ns = (string?)item["metadata"]!["namespace"] ?? "";
            if (kind == "pods" && cluster.OwnerOf(ns, name) is { } deployment)
                await Vanish(new ApiPath("/apis/apps/v1", ns, "deployments", deployment, null));
            await Vanish(here with { Namespace = ns, Name = name });
        }
    }

    public async Task Vanish(ApiPath where)
    {
        var path = $"{where.Collection}/{where.Name}";
        await cluster.Ask(
            "PATCH",
            path,
            JsonNode.Parse("""{"metadata":{"finalizers":null}}"""),
            "application/merge-patch+json"
        );
        if (where.Plural == "namespaces")
            await cluster.Ask(
                "PATCH",
                $"/api/v1/namespaces/{where.Name}/configmaps/held",
                JsonNode.Parse("""{"metadata":{"finalizers":null}}"""),
                "application/merge-patch+json"
            );
        await cluster.Ask("DELETE", path, query: "gracePeriodSeconds=0");
        if (where.Plural == "namespaces")
            cluster.Pass(TimeSpan.FromSeconds(5));
    }

    /// <summary>Creates an object as it was shown, or brings the twin's up to it.</summary>
    public async Task Show(ApiPath where, JsonObject shown)
    {
        if (!Stands(where))
            await Create(where, shown);
        else
            await Update(where, shown);
    }

    /// <summary>The place of the captured object in the twin.</summary>
    public ApiPath Here(Presupposed one) => Here(one.Where);

    public ApiPath Here(ApiPath captured)
    {
        var ns =
            captured.Namespace.Length == 0
                ? ""
                : cluster.Stand("namespaces", "", "", captured.Namespace) ?? captured.Namespace;
        var prefix =
            cluster.KindOf(captured.Plural, captured.Group) is { } kind
            && captured.Group.Length > 0
            && !kind.Versions.Contains(captured.Prefix.Split('/')[^1])
                ? $"/apis/{captured.Group}/{kind.Stored}"
                : captured.Prefix;
        return captured with
        {
            Prefix = prefix,
            Namespace = ns,
            Name =
                cluster.Stand(captured.Plural, captured.Group, ns, captured.Name!)
                ?? cluster.Names.ToTwin(captured.Name!),
            Subresource = null,
        };
    }

    private bool Stands(ApiPath where) =>
        cluster.Find(where.Plural, where.Group, where.Namespace, where.Name!) is not null;

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
        if (!Stands(here))
        {
            // What a controller makes of something else comes by itself.
            var controlled =
                (one.Body?["metadata"]?["ownerReferences"] as JsonArray)?.Any(owner =>
                    (string?)owner!["kind"] == "ReplicaSet"
                ) == true;
            if (controlled)
                cluster.Pass(TimeSpan.FromSeconds(2));
            here = Here(one);
            if (controlled || Stands(here))
                return;
            await Create(here, one.Body ?? Least(here));
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
            await Update(here, one.Body);
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

    private async Task Create(ApiPath where, JsonObject shown)
    {
        var body = Bare(shown, where);
        if (where.Plural == "namespaces" && shown["metadata"]?["deletionTimestamp"] is not null)
            await Hold(where, body);
        var said = Stands(where)
            ? await cluster.Ask("GET", $"{where.Collection}/{where.Name}")
            : await cluster.Ask("POST", where.Collection, body);
        if (said.Status >= 300)
            return;
        cluster.Names.Learn(shown, said.Body);
        if (body["status"] is JsonObject { Count: > 0 })
            await Write(where, "/status", body);
        if (shown["metadata"]?["deletionTimestamp"] is not null)
            await cluster.Ask("DELETE", $"{where.Collection}/{where.Name}");
    }

    // A namespace that does not go holds something that does not go.
    private async Task Hold(ApiPath where, JsonObject body)
    {
        await cluster.Ask("POST", where.Collection, body);
        await cluster.Ask(
            "POST",
            $"/api/v1/namespaces/{where.Name}/configmaps",
            JsonNode.Parse(
                """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"held","finalizers":["rig.example/held"]}}"""
            )
        );
    }

    private async Task Update(ApiPath where, JsonObject shown)
    {
        var deleting = shown["metadata"]?["deletionTimestamp"] is not null;
        var held = cluster.Find(where.Plural, where.Group, where.Namespace, where.Name!)!;
        if (held.Deleting && !deleting)
        {
            await Vanish(where);
            await Create(where, shown);
            return;
        }

        var body = Bare(shown, where);
        await Write(where, "", body);
        if (body["status"] is JsonObject { Count: > 0 })
            await Write(where, "/status", body);
        if (deleting && !held.Deleting)
            await cluster.Ask("DELETE", $"{where.Collection}/{where.Name}");
        cluster.Names.Learn(shown, (await cluster.Ask("GET", $"{where.Collection}/{where.Name}")).Body);
    }

    private async Task Write(ApiPath where, string subresource, JsonObject body)
    {
        var now = await cluster.Ask("GET", $"{where.Collection}/{where.Name}");
        if (now.Status != 200)
            return;
        var written = (JsonObject)body.DeepClone();
        written["metadata"]!["resourceVersion"] = (string?)now.Body!["metadata"]!["resourceVersion"];
        foreach (var kept in (string[])["providerID", "podCIDR", "podCIDRs", "clusterIP", "clusterIPs"])
        {
            if (now.Body["spec"]?[kept] is { } value && written["spec"] is JsonObject spec)
                spec[kept] = value.DeepClone();
        }

        await cluster.Ask("PUT", $"{where.Collection}/{where.Name}{subresource}", written);
    }

    private JsonObject Bare(JsonObject shown, ApiPath where)
    {
        var body = (JsonObject)cluster.Names.ToTwin(shown)!;
        var metadata = (JsonObject)body["metadata"]!;
        foreach (var own in Servers)
            metadata.Remove(own);
        metadata["name"] = where.Name;
        if (where.Namespace.Length > 0)
            metadata["namespace"] = where.Namespace;
        if (metadata["ownerReferences"] is JsonArray owners)
        {
            lock (cluster.Gate)
            {
                // An owner that is nowhere would take it along.
                var uids = cluster.Kube.Store.Everything().Select(one => one.Uid).ToHashSet();
                foreach (var lost in owners.Where(owner => !uids.Contains((string?)owner!["uid"] ?? "")).ToArray())
                    owners.Remove(lost);
            }

            if (owners.Count == 0)
                metadata.Remove("ownerReferences");
        }

        if (cluster.KindOf(where.Plural, where.Group) is { } kind)
        {
            body["kind"] = kind.Kind;
            body["apiVersion"] = where.Group.Length == 0 ? "v1" : where.Prefix["/apis/".Length..];
        }

        return body;
    }

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

    // The rig had no scheduler: pods became Ready by a hand, and are shown so.
    private void Converge(KubeCapture capture)
    {
        var ready =
            capture
                .Exchanges.Select(one => one with { Frames = null })
                .SelectMany(CaptureShelf.Bodies)
                .Any(body => (string?)body["kind"] == "Deployment" && (int?)body["status"]?["readyReplicas"] > 0)
            || capture.Exchanges.Any(one =>
                one.Object?.Plural == "pods"
                && one.Query.Contains("labelSelector=app", StringComparison.Ordinal)
                && (one.Body?.ToJsonString().Contains("\"Running\"", StringComparison.Ordinal) ?? false)
            )
            || (
                capture.Exchanges.Any(one => one.Object?.Plural == "deployments")
                && capture.Stdout.Contains("2/2", StringComparison.Ordinal)
            );
        if (ready)
            Schedule();
        else if (
            capture.Exchanges.FirstOrDefault(one =>
                one.Status == 200 && one.Frames is null && one.Object?.Plural is "deployments" or "pods"
            )
                is { } first
            && Waits(first)
        )
            Unschedule(first.Object!.Namespace);
    }

    // None of its pods ran yet: no scheduler had placed them.
    private static bool Waits(Exchange first)
    {
        var said = first.Body?.ToJsonString() ?? "";
        if (first.Object!.Plural == "pods")
            return first.Query.Contains("labelSelector=app", StringComparison.Ordinal)
                && said.Contains("\"Pending\"", StringComparison.Ordinal)
                && !said.Contains("\"Running\"", StringComparison.Ordinal);
        return CaptureShelf
            .Bodies(first)
            .Any(body =>
                (string?)body["kind"] == "Deployment"
                && (int?)body["status"]?["unavailableReplicas"] > 0
                && (int?)body["status"]?["readyReplicas"] is null or 0
            );
    }

    private void Unschedule(string ns)
    {
        lock (cluster.Gate)
        {
            var store = cluster.Kube.Store;
            foreach (
                var pod in store
                    .List(KubeKinds.Pod, ns)
                    .Where(one => (string?)one.Status["phase"] == "Running" && one.Owners.Any())
                    .ToArray()
            )
            {
                store.Change(
                    pod,
                    body =>
                    {
                        (body["spec"] as JsonObject)?.Remove("nodeName");
                        body["status"] = JsonNode.Parse(
                            """{"phase":"Pending","conditions":[],"qosClass":"BestEffort"}"""
                        );
                    }
                );
            }
        }

        cluster.Kube.Controllers.Trigger();
        cluster.Pass(TimeSpan.FromSeconds(2));
    }

    /// <summary>The pods of Deployments run, as the captured rig's hand made them run.</summary>
    public void Schedule()
    {
        cluster.Pass(TimeSpan.FromSeconds(2));
        lock (cluster.Gate)
        {
            var store = cluster.Kube.Store;
            foreach (
                var pod in store
                    .List(KubeKinds.Pod)
                    .Where(one => (string?)one.Status["phase"] == "Pending" && one.Owners.Any())
                    .ToArray()
            )
            {
                var node = store.List(KubeKinds.Node).Select(one => one.Name).Last();
                cluster.Kube.Controllers.Kubelet.Run(store.Change(pod, body => body["spec"]!["nodeName"] = node));
            }
        }

        cluster.Kube.Controllers.Trigger();
        cluster.Pass(TimeSpan.FromSeconds(2));
    }

    private static bool Compacted(Exchange exchange) =>
        exchange.Status == 410 || (exchange.Frames ?? []).Any(frame => (int?)frame.Frame["object"]?["code"] == 410);
}
