using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// One kube-apiserver on the wire: who asks, may they, which resource, and the answer in the server's own words.
/// </summary>
internal abstract class KubernetesService(TwinWorld world) : WireService(world)
{
    private const string MediaTypes = "application/json, application/yaml, application/vnd.kubernetes.protobuf";

    private static readonly string[] Readable = ["json", "yaml", "protobuf", "*/*", "application/*"];

    public override bool Http2 => true;

    public override bool ClientCertificates => true;

    public override bool ToldOfPlainHttp => true;

    /// <summary>The cluster behind an address; null when it has gone.</summary>
    protected abstract KubeCluster? ClusterOf(string role);

    /// <summary>503 while the server is up but etcd is not; null when all is well.</summary>
    protected virtual string? Trouble(string role) => null;

    protected virtual bool Reachable(string role) => true;

    public override X509Certificate2 Certificate(string role, string address) =>
        World.Pki.Server(
            ClusterOf(role)!.Ca,
            "kube-apiserver",
            [address, "127.0.0.1"],
            ["kubernetes", "kubernetes.default", "kubernetes.default.svc", "localhost"]
        );

    public override async Task Answer(HttpContext http, string role)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        WatchStream? watch = null;
        KubeAnswer answer;
        KubeRequest? request = null;
        lock (World.Gate)
        {
            if (ClusterOf(role) is not { } cluster || !Reachable(role))
            {
                http.Abort();
                return;
            }

            if (Trouble(role) is { } trouble)
                answer = KubeAnswer.Failure(503, "ServiceUnavailable", trouble, []);
            else if (Authentication.Who(http, cluster) is not { } user)
                answer = KubeAnswer.Failure(401, "Unauthorized", "Unauthorized");
            else
            {
                request = new KubeRequest(http, World, cluster, Impersonation.Of(http, user), buffer.ToArray());
                answer = Guarded(request, ref watch);
            }
        }

        if (watch is not null)
            await watch.Run(RequestFlight.Of(http, World.Clock));
        else
            await Write(http, answer, request?.Warnings ?? []);
    }

    private static KubeAnswer Guarded(KubeRequest request, ref WatchStream? watch)
    {
        try
        {
            return Decide(request, ref watch);
        }
        catch (KubeRefusedException refused)
        {
            return KubeAnswer.Refused(refused);
        }
    }

    private static KubeAnswer Decide(KubeRequest request, ref WatchStream? watch)
    {
        if (!request.NamesResource)
            return PathAnswer(request, request.Http.Request.Path.ToUriComponent());
        DemandRight(request);
        if (Reviews.Answer(request) is { } review)
            return review;
        if (request.ServedKind is not { } kind)
            return Unknown(request.Cluster, request.Path);
        if (request.Method == "HEAD")
            return KubeAnswer.MethodNotAllowed;
        if (kind == KubeKinds.Pod && Kubelets.Answers(request, request.Path) is { } far)
            return far;
        if (!CanRead(request.Accept))
            return NotAcceptable(kind);
        DemandJson(request);
        WarnOfAge(request);
        if (request.Cluster.WithoutEtcd)
            return KubeAnswer.TimedOut(request.Method == "GET");
        if (request is { Method: "GET", Watching: true, Path.Name: null })
        {
            watch = WatchStream.Open(request);
            return KubeAnswer.Ok(new JsonObject());
        }

        return request.Method == "GET" ? ObjectReads.Answer(request) : ObjectWrites.Answer(request);
    }

    private static void DemandRight(KubeRequest request)
    {
        var path = request.Path;
        var verb = Authorization.VerbOf(request);
        if (!Authorization.May(request.Cluster, request.User, verb, path.Plural, path.Group, path.Namespace))
            throw Authorization.Forbidden(request.User, verb, path);
    }

    /// <summary>
    /// Custom resources are never asked for in protobuf; the others may be, and the twin has only JSON.
    /// </summary>
    private static void DemandJson(KubeRequest request)
    {
        var accepted = request.Accept.Split(',').Select(one => one.Trim());
        if (
            !request.Kind.Custom
            && accepted.All(one => one is "application/vnd.kubernetes.protobuf" or "application/yaml")
        )
            throw KubeRefusedException.NotEmulated($"answer in {request.Accept}: it answers in JSON");
    }

    private static void WarnOfAge(KubeRequest request)
    {
        var kind = request.Kind;
        if (kind.Deprecated.Contains(request.Path.Version))
            request.Warn(
                $"{kind.Group}/{request.Path.Version} {kind.Kind} is deprecated; "
                    + $"use {kind.Group}/{kind.Stored} {kind.Kind}"
            );
        if (kind.Outdated is { } outdated && request.Cluster.Minor >= outdated.Minor)
            request.Warn(outdated.Words);
    }

    private static KubeAnswer PathAnswer(KubeRequest request, string path)
    {
        var verb = request.Method.ToLowerInvariant();
        if (!Authorization.MayPath(request.User, path))
            return Authorization.ForbiddenPath(request.User, verb, path);
        return ServerPaths.Answer(request, path);
    }

    /// <summary>
    /// Of a group and version that are served, an unknown resource: a Status in core groups, text where CRDs live.
    /// </summary>
    private static KubeAnswer Unknown(KubeCluster cluster, ResourcePath path)
    {
        var served = cluster.Kinds.Any(kind =>
            kind.Group == path.Group && kind.Versions.Contains(path.Version) && !kind.Custom
        );
        return served
            ? KubeAnswer.Failure(404, "NotFound", "the server could not find the requested resource", [])
            : KubeAnswer.NoSuchPath;
    }

    private static bool CanRead(string accept) =>
        accept.Length == 0 || Readable.Any(type => accept.Contains(type, StringComparison.OrdinalIgnoreCase));

    private static KubeAnswer NotAcceptable(KubeKind kind) =>
        kind.Custom
            ? KubeAnswer.Failure(406, "NotAcceptable", $"only the following media types are accepted: {MediaTypes}")
            : KubeAnswer.Failure(
                406,
                "NotAcceptable",
                $"406: Not Acceptable\n\nAvailable representations: {MediaTypes}, "
                    + "application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch",
                []
            );

    private static async Task Write(HttpContext http, KubeAnswer answer, IReadOnlyList<string> warnings)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        response.Headers["Audit-Id"] = Guid.NewGuid().ToString();
        response.Headers.CacheControl = answer.CacheControl;
        foreach (var (name, value) in answer.Headers)
            response.Headers.Append(name, value);
        foreach (var warning in warnings)
            response.Headers.Append("Warning", warning);
        if (answer.Status is 304 or 204)
            return;
        response.ContentType = answer.ContentType;
        var bytes = answer.Raw ?? Encoding.UTF8.GetBytes(answer.Text ?? Rendering.Text(answer.Body!, Pretty(http)));
        response.ContentLength = bytes.Length;
        if (http.Request.Method != "HEAD")
            await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    // curl, wget and browsers get indented JSON.
    private static bool Pretty(HttpContext http)
    {
        if (http.Request.Query.TryGetValue("pretty", out var asked))
            return asked[0] is not ("false" or "0");
        var agent = http.Request.Headers.UserAgent.ToString();
        return agent.StartsWith("curl", StringComparison.Ordinal)
            || agent.StartsWith("Wget", StringComparison.Ordinal)
            || agent.StartsWith("Mozilla/5.0", StringComparison.Ordinal);
    }
}
