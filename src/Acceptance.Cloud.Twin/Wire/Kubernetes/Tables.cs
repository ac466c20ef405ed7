using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>Server-side printing: what <c>kubectl get</c> shows.</summary>
internal static class Tables
{
    /// <summary>Null: the client wants objects.</summary>
    public static TableForm? Wanted(KubeRequest request)
    {
        foreach (var part in request.Accept.Split(','))
        {
            if (!part.Contains("as=Table", StringComparison.Ordinal))
            {
                if (part.Trim().StartsWith("application/json", StringComparison.Ordinal))
                    return null;
                continue;
            }

            return new TableForm(
                part.Contains("v=v1beta1", StringComparison.Ordinal) ? "v1beta1" : "v1",
                request.Query("includeObject") ?? "Metadata"
            );
        }

        return null;
    }

    public static JsonObject Of(
        KubeRequest request,
        IEnumerable<KubeObject> all,
        JsonObject metadata,
        TableForm form,
        bool columns
    )
    {
        var printed = TableColumns.Of(request.Kind, request.Path.Version);
        var table = new JsonObject
        {
            ["kind"] = "Table",
            ["apiVersion"] = $"meta.k8s.io/{form.Version}",
            ["metadata"] = metadata,
        };
        // Later frames of a watch repeat no columns.
        table["columnDefinitions"] = columns
            ? new JsonArray([.. printed.Select(column => (JsonNode)column.Definition())])
            : null;
        table["rows"] = new JsonArray([.. all.Select(one => (JsonNode)Row(request, one, form, printed))]);
        return table;
    }

    private static JsonObject Ended(string phase) =>
        new()
        {
            ["type"] = "Completed",
            ["status"] = "True",
            ["reason"] = phase,
            ["message"] = phase == "Succeeded" ? "The pod has completed successfully." : "The pod failed.",
        };

    private static JsonObject Row(KubeRequest request, KubeObject one, TableForm form, IReadOnlyList<Column> columns)
    {
        var body = Rendering.One(one, request.Path.Version);
        var printed = new PrintedObject(one, body, request.World.Now);
        var row = new JsonObject { ["cells"] = new JsonArray([.. columns.Select(column => column.Cell(printed))]) };
        if (one.Kind == KubeKinds.Pod && (string?)body["status"]?["phase"] is "Succeeded" or "Failed")
            row["conditions"] = new JsonArray(Ended((string)body["status"]!["phase"]!));
        if (form.Include == "Object")
            row["object"] = body;
        if (form.Include != "Metadata")
            return row;
        row["object"] = new JsonObject
        {
            ["kind"] = "PartialObjectMetadata",
            ["apiVersion"] = $"meta.k8s.io/{form.Version}",
            ["metadata"] = body["metadata"]!.DeepClone(),
        };
        return row;
    }
}
