using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// Stands between the drivers and a twin, at the services' own addresses and with certificates of their authority, and
/// puts canaries where the twin's world has no field for them: headers, reason phrases, errors, every word of an
/// answer.
/// </summary>
internal sealed class HostileWire : IAsyncDisposable
{
    /// <summary>How far above its own port a service answers now.</summary>
    private const int Behind = 20_000;

    private static readonly string[] OfTheHop = ["Connection", "Content-Length", "Keep-Alive", "Transfer-Encoding"];
    private static readonly string[] Credentials = ["X-Auth-Token", "X-Subject-Token", "Authorization"];

    private readonly ConcurrentDictionary<string, Manner> _manners = new();
    private readonly Canaries _canaries;
    private readonly HostileAnswers _answers;
    private readonly HttpMessageInvoker _client;
    private readonly WebApplication _server;

    public HostileWire(TwinWorld world, Canaries canaries)
    {
        _canaries = canaries;
        _answers = new HostileAnswers(canaries);
        Fronts = FrontsOf(world);
        _client = new HttpMessageInvoker(Behindhand());
        foreach (var front in Fronts)
        {
            world.Listeners.Close(front.Address, front.Port);
            world.Listeners.Open(front.Address, front.Port + Behind, front.Role);
        }

        _server = Serve();
    }

    private IReadOnlyList<WireFront> Fronts { get; }

    /// <summary>The services that it stands before.</summary>
    public IEnumerable<string> Roles => Fronts.Select(front => front.Name).Distinct();

    /// <summary>From now on this service answers in that manner.</summary>
    public void Have(string role, Manner manner) => _manners[role] = manner;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
        foreach (var front in Fronts)
        {
            front.Certificate.Dispose();
            front.Administrator?.Dispose();
        }
    }

    /// <summary>Every address of an API.</summary>
    internal static IReadOnlyList<WireFront> FrontsOf(TwinWorld world)
    {
        lock (world.Gate)
            return
            [
                .. world.Plan.Vips.Keys.Select(service => OfService(world, service)),
                OfCluster(world, "mgmt-api", world.Management.Kube, world.Management.Address),
                .. world.Workloads.All.Select(one =>
                    OfCluster(world, $"workload-api:{one.Id}", one.Kube, one.Address!)
                ),
            ];
    }

    private static WireFront OfService(TwinWorld world, string service)
    {
        var (address, port) = (world.Plan.Vip(service), world.Listeners.Actual(world.Plan.Ports[service]));
        // The name by which the jumphost's proxy asks the dashboard.
        string[] names = service == "horizon" ? [world.Nginx.Unit] : [];
        var shown = world.Pki.Server(world.Pki.VaultRoot, service, [address], names);
        return new WireFront(service.Split('-')[0], address, port, shown, null);
    }

    private static WireFront OfCluster(TwinWorld world, string role, KubeCluster cluster, string address) =>
        new(
            role,
            address,
            world.Plan.KubeApiPort,
            world.Pki.Server(cluster.Ca, "kube-apiserver", [address], []),
            world.Pki.Client(cluster.Ca, "kubernetes-admin", "system:masters")
        );

    /// <summary>To the twin: whatever certificate it shows, and as the administrator where one is asked for.</summary>
    private SocketsHttpHandler Behindhand() =>
        new()
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
                LocalCertificateSelectionCallback = (_, host, _, _, _) =>
                    Fronts.FirstOrDefault(front => front.Address == host)?.Administrator!,
            },
        };

    private WebApplication Serve()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = null;
                foreach (var front in Fronts)
                    kestrel.Listen(IPAddress.Parse(front.Address), front.Port, options => Shape(options, front));
            });
        var server = builder.Build();
        server.Run(Pass);
        server.StartAsync().GetAwaiter().GetResult();
        return server;
    }

    private static void Shape(ListenOptions options, WireFront front)
    {
        options.Protocols = HttpProtocols.Http1;
        options.UseHttps(front.Certificate);
    }

    private Task Pass(HttpContext http)
    {
        var front = Fronts.Single(one =>
            one.Address == $"{http.Connection.LocalIpAddress}" && one.Port == http.Connection.LocalPort
        );
        var manner = _manners.GetValueOrDefault(front.Name, Manner.True);
        return manner switch
        {
            Manner.Refusing => Refuse(http),
            Manner.Redirecting => Redirect(http),
            _ => Forward(http, front, manner),
        };
    }

    private async Task Refuse(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var sent = await body.ReadToEndAsync(http.RequestAborted);
        var proof = Credentials.Select(name => http.Request.Headers[name].ToString());
        http.Response.StatusCode = _answers.Refusal(http.Request.Path);
        Decorate(http);
        http.Response.Headers.RetryAfter = "0";
        http.Response.ContentType = "application/json";
        var said = _answers.Refused(http.Request.Path, $"{string.Join(' ', proof)} {sent}");
        await http.Response.WriteAsync(said, http.RequestAborted);
    }

    private Task Redirect(HttpContext http)
    {
        http.Response.StatusCode = 302;
        Decorate(http);
        http.Response.Headers.Location = "https://127.0.0.1:9/" + InAHeader(http, "Location");
        return Task.CompletedTask;
    }

    private async Task Forward(HttpContext http, WireFront front, Manner manner)
    {
        using var asked = Request(http, front);
        if (await Answer(asked, http.RequestAborted) is not { } answer)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (!OfTheHop.Contains(name, StringComparer.OrdinalIgnoreCase))
                http.Response.Headers[name] = values.ToArray();
        Decorate(http);
        if (manner == Manner.Overlong)
            http.Response.Headers["X-Canary-Long"] = new string('A', 128 * 1024);
        var bytes = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        if (answer.Content.Headers.ContentType?.MediaType == "application/json" && bytes.Length > 0)
            bytes = Spoken(bytes, manner);
        if (http.Request.Method == "HEAD" || http.Response.StatusCode is 204 or 304)
            return;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>Null: nobody answers there, a load balancer that is dark, say.</summary>
    private async Task<HttpResponseMessage?> Answer(HttpRequestMessage asked, CancellationToken cancel)
    {
        try
        {
            return await _client.SendAsync(asked, cancel);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private byte[] Spoken(byte[] bytes, Manner manner)
    {
        var body = JsonNode.Parse(bytes)!;
        var spoken = manner == Manner.Twisted ? _answers.Twisted(body) : _answers.Spoken(body);
        return Encoding.UTF8.GetBytes(spoken.ToJsonString());
    }

    private static HttpRequestMessage Request(HttpContext http, WireFront front)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var asked = new HttpRequestMessage(
            new HttpMethod(http.Request.Method),
            $"https://{front.Address}:{front.Port + Behind}{target}"
        );
        if (http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0)
            asked.Content = new StreamContent(http.Request.Body);
        foreach (var (name, values) in http.Request.Headers)
            if (
                !OfTheHop.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !asked.Headers.TryAddWithoutValidation(name, values.AsEnumerable())
            )
                asked.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        return asked;
    }

    /// <summary>Canaries in every header that no client needs, and in the reason phrase.</summary>
    private void Decorate(HttpContext http)
    {
        http.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = InAHeader(http, "reason");
        foreach (var name in (string[])["Server", "X-Openstack-Request-Id", "WWW-Authenticate", "Warning", "X-Canary"])
            http.Response.Headers[name] = InAHeader(http, name);
    }

    /// <summary>What HTTP lets stand in one: no control, and no more than a client reads.</summary>
    private string InAHeader(HttpContext http, string name) =>
        _canaries.At(
            $"{http.Request.Path} {name}",
            word => word.Length < 2_000 && word.All(one => one is >= ' ' and <= '~')
        );
}
