using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// The OpenAPI documents as far as kubectl reads them before it writes: which groups there are, and that each PATCH
/// takes fieldValidation, so that the server judges the fields and not the client. They hold no schemas.
/// </summary>
internal static class OpenApi
{
    /// <summary>Null: there is no such document.</summary>
    public static KubeAnswer? Answer(KubeRequest request, string path)
    {
        if (path == "/openapi/v3")
            return Root(request);
        if (path == "/openapi/v2")
            return Older(request);
        var wanted = path["/openapi/".Length..];
        if (!wanted.StartsWith("v3/", StringComparison.Ordinal))
            return null;
        return Groups(request.Cluster).FirstOrDefault(group => group.Name == wanted[3..]) is { Name: not null } found
            ? new KubeAnswer(200, Document(found))
            {
                CacheControl = "public, immutable",
                Headers = [("ETag", $"\"{Hash(found)}\""), ("Vary", "Accept")],
            }
            : null;
    }

    private static KubeAnswer Root(KubeRequest request)
    {
        var paths = new JsonObject();
        foreach (var group in Groups(request.Cluster))
            paths[group.Name] = new JsonObject
            {
                ["serverRelativeURL"] = $"/openapi/v3/{group.Name}?hash={Hash(group)}",
            };
        return new KubeAnswer(200, new JsonObject { ["paths"] = paths }) { ContentType = "text/plain; charset=utf-8" };
    }

    // Clients before 1.27 take the older document in protobuf only: swagger "2.0", a title, no paths. What it has no
    // schema for is not judged by them.
    // They ask for a media type whose @ stands in no answer: the server says it with a dot, and they are content.
    private static KubeAnswer Older(KubeRequest request)
    {
        const string protobuf = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf";
        if (!request.Accept.Contains(protobuf, StringComparison.Ordinal))
            return KubeAnswer.Ok(
                new JsonObject
                {
                    ["swagger"] = "2.0",
                    ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = "unversioned" },
                    ["paths"] = new JsonObject(),
                }
            );
        var info = "\n\nKubernetes\u0012\u000bunversioned"u8.ToArray();
        byte[] document = [.. "\n\u00032.0\u0012"u8, (byte)info.Length, .. info, 0x42, 0];
        return new KubeAnswer(200, null)
        {
            Raw = document,
            ContentType = protobuf.Replace('@', '.'),
            Headers =
            [
                ("ETag", $"\"{Convert.ToHexString(SHA512.HashData(document))}\""),
                ("Vary", "Accept-Encoding, Accept"),
            ],
        };
    }

    private static IEnumerable<(string Name, string Group, string Version, KubeKind[] Kinds)> Groups(
        KubeCluster cluster
    ) =>
        cluster
            .Kinds.SelectMany(kind => kind.Versions.Select(version => (kind, version)))
            .GroupBy(one => (one.kind.Group, one.version))
            .Select(group =>
                (
                    group.Key.Group.Length == 0
                        ? $"api/{group.Key.version}"
                        : $"apis/{group.Key.Group}/{group.Key.version}",
                    group.Key.Group,
                    group.Key.version,
                    group.Select(one => one.kind).ToArray()
                )
            );

    private static string Hash((string Name, string Group, string Version, KubeKind[] Kinds) group) =>
        Convert.ToHexString(
            SHA512.HashData(Encoding.UTF8.GetBytes(group.Name + string.Concat(group.Kinds.Select(kind => kind.Kind))))
        );

    private static JsonObject Document((string Name, string Group, string Version, KubeKind[] Kinds) group)
    {
        var paths = new JsonObject();
        foreach (var kind in group.Kinds)
        {
            var path = kind.Namespaced
                ? $"/{group.Name}/namespaces/{{namespace}}/{kind.Plural}"
                : $"/{group.Name}/{kind.Plural}";
            paths[path] = new JsonObject { ["post"] = Operation(kind, group.Version, "create") };
            paths[path + "/{name}"] = new JsonObject
            {
                ["patch"] = Operation(kind, group.Version, "patch"),
                ["put"] = Operation(kind, group.Version, "update"),
            };
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = "unversioned" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = new JsonObject() },
        };
    }

    private static JsonObject Operation(KubeKind kind, string version, string action) =>
        new()
        {
            ["operationId"] = $"{action}{kind.Kind}",
            ["parameters"] = new JsonArray([
                .. ((string[])["dryRun", "fieldManager", "fieldValidation"]).Select(name =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["name"] = name,
                            ["in"] = "query",
                            ["schema"] = new JsonObject { ["type"] = "string", ["uniqueItems"] = true },
                        }
                ),
            ]),
            ["responses"] = new JsonObject(),
            ["x-kubernetes-action"] = action,
            ["x-kubernetes-group-version-kind"] = new JsonObject
            {
                ["group"] = kind.Group,
                ["kind"] = kind.Kind,
                ["version"] = version,
            },
        };
}
