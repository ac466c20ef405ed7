using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>Fields of built-in kinds that stay what they were made as.</summary>
internal static class Immutable
{
    public static void Check(KubeObject before, JsonObject body)
    {
        var spec = body["spec"] as JsonObject;
        if (
            before.Kind == KubeKinds.Node
            && Text(before.Spec["providerID"]) is { Length: > 0 } id
            && Text(spec?["providerID"]) is var wanted
            && wanted != id
        )
        {
            throw KubeRefusedException.Invalid(
                before.Kind,
                before.Name,
                "spec.providerID",
                "Forbidden: node updates may not change providerID except from \"\" to valid",
                "FieldValueForbidden"
            );
        }

        if (before.Kind == KubeKinds.Service)
            Address(before, spec);
        if (before.Kind == KubeKinds.Deployment)
            Selector(before, spec);
    }

    private static void Address(KubeObject before, JsonObject? spec)
    {
        if (
            Text(before.Spec["clusterIP"]) is not { Length: > 0 } had
            || Text(spec?["clusterIP"]) is not { } now
            || now == had
        )
            return;
        throw KubeRefusedException.Invalid(
            before.Kind,
            before.Name,
            "spec.clusterIPs[0]",
            $"Invalid value: [\"{now}\"]: may not change once set"
        );
    }

    private static void Selector(KubeObject before, JsonObject? spec)
    {
        if (JsonNode.DeepEquals(before.Spec["selector"], spec?["selector"]))
            return;
        var (wanted, labels) = (
            spec?["selector"]?["matchLabels"] as JsonObject ?? [],
            spec?["template"]?["metadata"]?["labels"] as JsonObject ?? []
        );
        var causes = new List<(string, string, string)>();
        if (wanted.Any(one => Text(labels[one.Key]) != Text(one.Value)))
        {
            var shown = string.Join(",", labels.Select(one => $"\"{one.Key}\":\"{Text(one.Value)}\""));
            causes.Add(
                (
                    "FieldValueInvalid",
                    $"Invalid value: {{{shown}}}: `selector` does not match template `labels`",
                    "spec.template.metadata.labels"
                )
            );
        }

        causes.Add(
            (
                "FieldValueInvalid",
                $"Invalid value: {spec?["selector"]?.ToJsonString() ?? "null"}: field is immutable",
                "spec.selector"
            )
        );
        throw KubeRefusedException.Invalid(before.Kind, before.Name, causes);
    }

    private static string? Text(JsonNode? node) => node?.ToString();
}
