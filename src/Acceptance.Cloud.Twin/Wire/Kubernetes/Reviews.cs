using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>auth can-i and auth whoami: resources that are only ever posted.</summary>
internal static class Reviews
{
    private static readonly KubeKind Access = new(
        "authorization.k8s.io",
        "SelfSubjectAccessReview",
        "selfsubjectaccessreviews",
        false
    );
    private static readonly KubeKind Rules = new(
        "authorization.k8s.io",
        "SelfSubjectRulesReview",
        "selfsubjectrulesreviews",
        false
    );
    private static readonly KubeKind Self = new(
        "authentication.k8s.io",
        "SelfSubjectReview",
        "selfsubjectreviews",
        false
    );

    private static readonly string[] Discovery =
    [
        "/api",
        "/api/*",
        "/apis",
        "/apis/*",
        "/healthz",
        "/livez",
        "/openapi",
        "/openapi/*",
        "/readyz",
        "/version",
        "/version/",
    ];

    public static IReadOnlyList<KubeKind> Kinds { get; } = [Access, Rules, Self];

    /// <summary>Null: the path is no review's.</summary>
    public static KubeAnswer? Answer(KubeRequest request)
    {
        var path = request.Path;
        if (
            Kinds.FirstOrDefault(kind => kind.Group == path.Group && kind.Plural == path.Plural && path.Version == "v1")
            is not { } kind
        )
            return null;
        if (request.Method != "POST")
            return KubeAnswer.MethodNotAllowed;
        var body = request.Body(kind);
        var spec = body["spec"]?.DeepClone() as JsonObject ?? [];
        var answer = new JsonObject
        {
            ["kind"] = kind.Kind,
            ["apiVersion"] = kind.ApiVersion("v1"),
            ["metadata"] = new JsonObject(),
        };
        if (kind != Self)
            answer["spec"] = spec;
        answer["status"] =
            kind == Access ? AccessStatus(request, spec)
            : kind == Rules ? RulesStatus(request)
            : SelfStatus(request);
        return new KubeAnswer(201, answer);
    }

    private static JsonObject AccessStatus(KubeRequest request, JsonObject spec)
    {
        var wanted = spec["resourceAttributes"] as JsonObject ?? [];
        var allowed = Authorization.May(
            request.Cluster,
            request.User,
            (string?)wanted["verb"] ?? "",
            (string?)wanted["resource"] ?? "",
            (string?)wanted["group"] ?? "",
            (string?)wanted["namespace"]
        );
        return allowed && request.User.Master
            ? new JsonObject { ["allowed"] = true }
            : new JsonObject { ["allowed"] = allowed };
    }

    private static JsonObject RulesStatus(KubeRequest request) =>
        new()
        {
            ["resourceRules"] = new JsonArray([.. ResourceRules(request)]),
            ["nonResourceRules"] = new JsonArray([.. PathRules(request)]),
            ["incomplete"] = false,
        };

    private static IEnumerable<JsonNode> ResourceRules(KubeRequest request)
    {
        if (request.User.Master)
            yield return Rule(["*"], ["*"], ["*"]);
        var rights = request
            .Cluster.Rights.Where(right => right.User == request.User.Name)
            .GroupBy(right => right.Resource)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var right in rights)
            yield return Rule([.. right.Select(one => one.Verb).Order(StringComparer.Ordinal)], [""], [right.Key]);
        yield return Rule(
            ["create"],
            ["authorization.k8s.io"],
            ["selfsubjectaccessreviews", "selfsubjectrulesreviews"]
        );
        yield return Rule(["create"], ["authentication.k8s.io"], ["selfsubjectreviews"]);
    }

    private static IEnumerable<JsonNode> PathRules(KubeRequest request)
    {
        if (request.User.Master)
            yield return Paths(["*"], ["*"]);
        yield return Paths(["get"], Discovery);
        yield return Paths(["get"], ["/healthz", "/livez", "/readyz", "/version", "/version/"]);
        yield return Paths(["get"], ["/.well-known", "/.well-known/*"]);
    }

    private static JsonObject Rule(string[] verbs, string[] groups, string[] resources) =>
        new()
        {
            ["verbs"] = List(verbs),
            ["apiGroups"] = List(groups),
            ["resources"] = List(resources),
        };

    private static JsonObject Paths(string[] verbs, string[] paths) =>
        new() { ["verbs"] = List(verbs), ["nonResourceURLs"] = List(paths) };

    private static JsonArray List(string[] words) => new([.. words.Select(word => (JsonNode)word)]);

    private static JsonObject SelfStatus(KubeRequest request) =>
        new()
        {
            ["userInfo"] = new JsonObject
            {
                ["username"] = request.User.Name,
                ["groups"] = new JsonArray([.. request.User.Groups.Select(group => (JsonNode)group)]),
            },
        };
}
