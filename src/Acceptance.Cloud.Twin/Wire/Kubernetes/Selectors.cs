using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>labelSelector and fieldSelector.</summary>
internal static partial class Selectors
{
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["pods"] =
        [
            "spec.nodeName",
            "spec.restartPolicy",
            "spec.schedulerName",
            "spec.serviceAccountName",
            "spec.hostNetwork",
            "status.phase",
            "status.podIP",
            "status.nominatedNodeName",
        ],
        ["nodes"] = ["spec.unschedulable"],
        ["namespaces"] = ["status.phase"],
        ["secrets"] = ["type"],
        ["services"] = ["spec.clusterIP", "spec.type"],
        ["replicasets"] = ["status.replicas"],
        ["events"] =
        [
            "involvedObject.kind",
            "involvedObject.namespace",
            "involvedObject.name",
            "involvedObject.uid",
            "involvedObject.apiVersion",
            "involvedObject.resourceVersion",
            "involvedObject.fieldPath",
            "reason",
            "reportingComponent",
            "source",
            "type",
        ],
    };

    public static Func<KubeObject, bool> Of(KubeRequest request)
    {
        var byLabel = Labels(request.Query("labelSelector") ?? "");
        var byField = ByFields(request.Kind, request.Query("fieldSelector") ?? "");
        return one => byLabel(one) && byField(one);
    }

    private static Func<KubeObject, bool> Labels(string text)
    {
        var all = new List<Func<KubeObject, bool>>();
        foreach (var part in Requirement().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0))
            all.Add(One(part));
        return one => all.TrueForAll(fits => fits(one));
    }

    private static Func<KubeObject, bool> One(string text)
    {
        if (SetRequirement().Match(text) is { Success: true } set)
        {
            var key = set.Groups[1].Value;
            if (set.Groups[4].Length == 0)
                throw KubeRefusedException.BadRequest("unable to parse requirement: found '', expected: ',' or ')'");
            var values = set.Groups[3].Value.Split(',').Select(value => value.Trim()).ToHashSet();
            return set.Groups[2].Value == "in"
                ? one => one.Label(key) is { } has && values.Contains(has)
                : one => one.Label(key) is not { } has || !values.Contains(has);
        }

        if (text.Split("!=", 2) is [var not, var unwanted])
            return one => one.Label(not.Trim()) != unwanted.Trim();
        if (text.Split('=', 2) is [var label, var wanted])
            return one => one.Label(label.Trim()) == wanted.TrimStart('=').Trim();
        return text[0] == '!' ? one => one.Label(text[1..]) is null : one => one.Label(text) is not null;
    }

    private static Func<KubeObject, bool> ByFields(KubeKind kind, string text)
    {
        var all = new List<Func<KubeObject, bool>>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var negative = part.Contains("!=", StringComparison.Ordinal);
            var pair = part.Split(negative ? "!=" : "=", 2);
            if (pair.Length < 2)
                throw KubeRefusedException.BadRequest($"invalid selector: '{part}'; can't understand '{part}'");
            var field = pair[0].Trim();
            var value = pair[1].TrimStart('=').Trim();
            if (
                field is not ("metadata.name" or "metadata.namespace")
                && !(Fields.GetValueOrDefault(kind.Plural)?.Contains(field) ?? false)
            )
                throw KubeRefusedException.BadRequest($"field label not supported: {field}");
            all.Add(one => (ValueOf(one, field) == value) != negative);
        }

        return one => all.TrueForAll(fits => fits(one));
    }

    private static string ValueOf(KubeObject one, string field)
    {
        JsonNode? node = one.Body;
        foreach (var part in field.Split('.'))
            node = (node as JsonObject)?[part];
        return node is null
            ? field == "spec.unschedulable"
                ? "false"
                : ""
            : node.ToString() is var text
            && node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False
                ? text.ToLowerInvariant()
                : text;
    }

    [GeneratedRegex(@",(?![^(]*\))", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Requirement();

    [GeneratedRegex(
        @"^\s*([^\s()!=,]+)\s+(in|notin)\s*\(([^)]*)(\)?)\s*$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex SetRequirement();
}
