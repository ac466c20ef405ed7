using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>One kube-apiserver on the wire.</summary>
public abstract class KubernetesService(TwinWorld world) : WireService(world)
{
    public override bool Http2 => true;

    public override bool ClientCertificates => true;

    /// <summary>The cluster behind an address; null when it has gone.</summary>
    protected abstract KubeCluster? ClusterOf(string role);

    public override X509Certificate2 Certificate(string role, string address) =>
        World.Pki.Server(ClusterOf(role)!.Ca, "kube-apiserver", [address, "127.0.0.1"], ["kubernetes", "kubernetes.default", "kubernetes.default.svc", "localhost"]);

    public override Task Answer(HttpContext http, string role)
    {
        http.Response.StatusCode = 503;
        return Task.CompletedTask;
    }
}
