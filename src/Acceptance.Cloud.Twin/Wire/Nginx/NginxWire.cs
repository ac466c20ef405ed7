using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Nginx;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Nginx;

/// <summary>
/// The jumphost's reverse proxy: each connection is one worker's, which passes what it is asked to where the vhost
/// that it has read says, under that vhost's trust, and hands back what comes (captures nginx-px-*, nginx-drain-*).
/// </summary>
internal sealed class NginxWire(TwinWorld world) : WireService(world)
{
    private static readonly object Worker = new();

    private static readonly string[] OfTheConnection =
    [
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "Upgrade",
        "Proxy-Connection",
    ];

    public override string Role => "nginx";

    public override bool Tls => false;

    public override bool Passes => true;

    public override ValueTask<bool> Admit(ConnectionContext connection, string role)
    {
        lock (World.Gate)
        {
            connection.Items[Worker] = World.Nginx.Accepting;
            return ValueTask.FromResult(World.Nginx.Accepting is not null);
        }
    }

    public override async Task Answer(HttpContext http, string role)
    {
        var worker = (NginxWorker)http.Features.Get<IConnectionItemsFeature>()!.Items[Worker]!;
        NginxVhost vhost;
        lock (World.Gate)
        {
            if (!World.Nginx.Takes(worker) || worker.At(http.Connection.LocalPort) is not { } own)
            {
                http.Abort();
                return;
            }

            vhost = own;
            worker.Answering++;
        }

        try
        {
            await Pass(http, vhost);
        }
        finally
        {
            lock (World.Gate)
                worker.Answering--;
        }
    }

    private async Task Pass(HttpContext http, NginxVhost vhost)
    {
        using var upstream = new NginxUpstream(World, vhost);
        using var request = Request(http.Request, vhost, upstream.At);
        try
        {
            using var answer = await upstream.Send(request, http.RequestAborted);
            await HandBack(http, vhost, answer);
        }
        catch (HttpRequestException) when (!http.Response.HasStarted)
        {
            await Refuse(http, vhost, upstream.Complaint);
        }
    }

    private static HttpRequestMessage Request(HttpRequest asked, NginxVhost vhost, string at)
    {
        var passed = new HttpRequestMessage(
            new HttpMethod(asked.Method),
            $"http://{at}{asked.Path.ToUriComponent()}{asked.QueryString}"
        );
        if (asked.ContentLength > 0 || asked.Headers.TransferEncoding.Count > 0)
            passed.Content = new StreamContent(asked.Body);
        foreach (var (name, values) in asked.Headers)
        {
            if (!OfTheConnection.Contains(name) && name != "Host")
                _ =
                    passed.Headers.TryAddWithoutValidation(name, [.. values])
                    || passed.Content?.Headers.TryAddWithoutValidation(name, [.. values]) == true;
        }

        var host = asked.Host.Value ?? "";
        passed.Headers.Host = vhost.Header("Host", host);
        foreach (var (name, _) in vhost.Headers.Where(header => header.Name != "Host"))
        {
            passed.Headers.Remove(name);
            passed.Headers.TryAddWithoutValidation(name, vhost.Header(name, host));
        }

        return passed;
    }

    private static async Task HandBack(HttpContext http, NginxVhost vhost, HttpResponseMessage answer)
    {
        var response = http.Response;
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!OfTheConnection.Contains(name))
                response.Headers[name] = name == "Location" ? vhost.Rewritten(values.First()) : values.ToArray();
        }

        await answer.Content.CopyToAsync(response.Body, http.RequestAborted);
    }

    private async Task Refuse(HttpContext http, NginxVhost vhost, string why)
    {
        var request = http.Request;
        lock (World.Gate)
            World.Nginx.Complain(
                $"{why} to upstream, client: {http.Connection.RemoteIpAddress}, server: , "
                    + $"request: \"{request.Method} {request.Path} {request.Protocol}\", "
                    + $"upstream: \"{vhost.Pass.Scheme}://{vhost.Pass.Host}:{vhost.Pass.Port}{request.Path}\", "
                    + $"host: \"{request.Host}\""
            );
        http.Response.StatusCode = 502;
        http.Response.ContentType = "text/html";
        await http.Response.WriteAsync(
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1>"
                + "</center>\r\n<hr><center>nginx/1.18.0 (Ubuntu)</center>\r\n</body>\r\n</html>\r\n",
            http.RequestAborted
        );
    }
}
