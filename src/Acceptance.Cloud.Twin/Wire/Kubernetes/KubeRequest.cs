using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>One request to an API server: who, on which cluster, which resource, with which body.</summary>
internal sealed class KubeRequest(HttpContext http, TwinWorld world, KubeCluster cluster, KubeUser user, byte[] body)
{
    private readonly List<string> _warnings = [];
    private readonly ResourcePath? _path = ResourcePath.Parse(http.Request.Path.ToUriComponent());
    private KubeKind? _kind;

    public HttpContext Http { get; } = http;

    public TwinWorld World { get; } = world;

    public KubeCluster Cluster { get; } = cluster;

    public KubeUser User { get; } = user;

    public byte[] Bytes { get; } = body;

    /// <summary>False: the path is one of the server's own (health, version, discovery).</summary>
    public bool NamesResource => _path is not null;

    public ResourcePath Path =>
        _path ?? throw new InvalidOperationException($"The path {Http.Request.Path} names no resource.");

    /// <summary>Null: the cluster serves nothing of that name in this group and version.</summary>
    public KubeKind? ServedKind =>
        _kind ??= Cluster.Kinds.FirstOrDefault(kind =>
            kind.Group == Path.Group && kind.Plural == Path.Plural && kind.Versions.Contains(Path.Version)
        );

    public KubeKind Kind =>
        ServedKind
        ?? throw new InvalidOperationException($"The path {Http.Request.Path} names no kind that is served.");

    public ObjectStore Store => Cluster.Store;

    public string Method => Http.Request.Method;

    /// <summary>The namespace of one object; "" for a cluster-wide kind.</summary>
    public string Namespace => Path.Namespace ?? "";

    public string ContentType => Http.Request.ContentType?.Split(';')[0].Trim() ?? "";

    public string Accept => Http.Request.Headers.Accept.ToString();

    public IReadOnlyList<string> Warnings => _warnings;

    public bool Watching => Query("watch") is "1" or "true" or "True";

    public bool DryRun => Query("dryRun") == "All";

    public string? Query(string key) => Http.Request.Query.TryGetValue(key, out var value) ? value[0] : null;

    public void Warn(string text) => _warnings.Add($"299 - \"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");

    /// <summary>The body as an object of JSON, YAML or protobuf.</summary>
    public JsonObject Body(KubeKind wanted) => BodyReader.Read(this, wanted);
}
