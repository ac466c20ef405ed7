using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>auth can-i and auth whoami: resources that are only ever posted.</summary>
internal static class Reviews
{
    private static readonly KubeKind Access = new("authorization.k8s.io", "SelfSubjectAccessReview", "selfsubjectaccessreviews", false);
    private static readonly KubeKind Rules = new("authorization.k8s.io", "SelfSubjectRulesReview", "selfsubjectrulesreviews", false);
    private static readonly KubeKind Self = new("authentication.k8s.io", "SelfSubjectReview", "selfsubjectreviews", false);

    public static IReadOnlyList<KubeKind> Kinds { get; } = [Access, Rules, Self];

    /// <summary>Null: the path is no review's.</summary>
    public static KubeAnswer? Answer(KubeRequest request)
    {
        var path = request.Path;
        if (Kinds.FirstOrDefault(kind => kind.Group == path.Group && kind.Plural == path.Plural && path.Version == "v1") is not { } kind) return null;
        if (request.Method != "POST") return KubeAnswer.MethodNotAllowed;
        var body = request.Body(kind);
        var spec = body["spec"]?.DeepClone() as JsonObject ?? [];
        var answer = new JsonObject { ["kind"] = kind.Kind, ["apiVersion"] = kind.ApiVersion("v1"), ["metadata"] = new JsonObject() };
        if (kind != Self) answer["spec"] = spec;
        answer["status"] = kind == Access ? AccessStatus(request, spec) : kind == Rules ? RulesStatus(request) : SelfStatus(request);
        return new KubeAnswer(201, answer);
    }

    private static JsonObject AccessStatus(KubeRequest request, JsonObject spec)
    {
        var wanted = spec["resourceAttributes"] as JsonObject ?? [];
        var allowed = Authorization.May(
            request.Cluster, request.User, (string?)wanted["verb"] ?? "", (string?)wanted["resource"] ?? "", (string?)wanted["group"] ?? "");
        return allowed && request.User.Master ? new JsonObject { ["allowed"] = true } : new JsonObject { ["allowed"] = allowed };
    }

    private static JsonObject RulesStatus(KubeRequest request) => new()
    {
        ["resourceRules"] = new JsonArray([.. request.Cluster.Rights.Where(right => right.User == request.User.Name).Select(right => (JsonNode)new JsonObject
        {
            ["verbs"] = new JsonArray(right.Verb), ["apiGroups"] = new JsonArray(""), ["resources"] = new JsonArray(right.Resource),
        })]),
        ["nonResourceRules"] = new JsonArray(), ["incomplete"] = false,
    };

    private static JsonObject SelfStatus(KubeRequest request) => new()
    {
        ["userInfo"] = new JsonObject
        {
            ["username"] = request.User.Name, ["groups"] = new JsonArray([.. request.User.Groups.Select(group => (JsonNode)group)]),
        },
    };
}
