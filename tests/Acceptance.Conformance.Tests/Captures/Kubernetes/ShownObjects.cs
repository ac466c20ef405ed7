using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// Objects that captures show, in a cluster of the twin: made, changed and taken away through the API as an
/// administrator does it, under the twin's own names.
/// </summary>
internal sealed class ShownObjects(RigCluster cluster)
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

    public bool Stands(ApiPath where) =>
        cluster.Find(where.Plural, where.Group, where.Namespace, where.Name!) is not null;

    public async Task Create(ApiPath where, JsonObject shown)
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

    public async Task Update(ApiPath where, JsonObject shown)
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
}
