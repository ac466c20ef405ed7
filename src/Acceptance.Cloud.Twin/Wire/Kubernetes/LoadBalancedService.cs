using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// The data path of a Service of type LoadBalancer: agnhost's netexec behind Octavia. Each connection gets the next
/// live pod and keeps it; without one, or while the amphora is being replaced, the connection is dropped.
/// </summary>
internal sealed class LoadBalancedService(TwinWorld world) : WireService(world)
{
    private static readonly object Pod = new();

    public override string Role => "service";

    public override bool Tls => false;

    public override ValueTask<bool> Admit(ConnectionContext connection, string role)
    {
        lock (World.Gate)
        {
            if (World.Workloads.NextBackend(role.Split(':')[1]) is not { } pod)
                return ValueTask.FromResult(false);
            connection.Items[Pod] = pod;
            return ValueTask.FromResult(true);
        }
    }

    public override async Task Answer(HttpContext http, string role)
    {
        var pod = (string)http.Features.Get<IConnectionItemsFeature>()!.Items[Pod]!;
        lock (World.Gate)
        {
            if (!World.Workloads.Serves(role.Split(':')[1], pod))
            {
                http.Abort();
                return;
            }
        }

        var body = http.Request.Path.Value switch
        {
            "/hostname" or "/hostName" => pod,
            "/" => $"NOW: {World.Now.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff} +0000 UTC",
            "/healthz" => "",
            "/clientip" => $"{http.Connection.RemoteIpAddress}:{http.Connection.RemotePort}",
            _ => null,
        };
        if (body is null)
        {
            http.Response.StatusCode = 404;
            body = "404 page not found\n";
        }

        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.ContentLength = System.Text.Encoding.UTF8.GetByteCount(body);
        await http.Response.WriteAsync(body, http.RequestAborted);
    }
}
