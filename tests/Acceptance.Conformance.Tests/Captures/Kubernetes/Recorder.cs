using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// What the captures were made with: a TLS reverse proxy in HTTP/1.1 that writes down what passes. One identity each.
/// </summary>
internal sealed class Recorder : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly List<Exchange?> _seen = [];
    private readonly Lock _lock = new();

    public Recorder(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(
                    IPAddress.Loopback,
                    0,
                    options =>
                    {
                        options.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http1;
                        options.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate });
                    }
                );
            });
        _server = builder.Build();
        _server.Run(Pass);
        _server.StartAsync().GetAwaiter().GetResult();
        Address = _server
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
    }

    public string Address { get; }

    /// <summary>As whom it asks on.</summary>
    public Upstream Way { get; set; } = null!;

    /// <summary>A watch has begun: its first frames are on their way.</summary>
    public Action<string, string>? Watched { get; set; }

    /// <summary>A frame was passed on.</summary>
    public Action? Framed { get; set; }

    /// <summary>
    /// An answer that something between client and server gives instead of the server; null: the server is asked.
    /// </summary>
    public Func<Exchange, (int Status, string Text)?>? Instead { get; set; }

    public void Begin()
    {
        lock (_lock)
            _seen.Clear();
    }

    public IReadOnlyList<Exchange> Seen
    {
        get
        {
            lock (_lock)
                return [.. _seen.OfType<Exchange>()];
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Pass(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer);
        var headers = http.Request.Headers.ToDictionary(
            one => one.Key,
            one => one.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var exchange = Asked(http.Request, target, headers, buffer.ToArray());
        var place = Remember(exchange);
        if (Instead?.Invoke(exchange) is { } instead)
        {
            Remember(place, exchange with { Status = instead.Status, Body = Upstream.Read(instead.Text) });
            http.Response.StatusCode = instead.Status;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(instead.Text);
            return;
        }

        using var response = await Way.Send(exchange.Method, target, headers, buffer.ToArray());
        exchange = exchange with { Status = (int)response.StatusCode, Headers = Upstream.HeadersOf(response) };
        PassHead(http.Response, response, exchange);
        if (Upstream.IsWatch(exchange.Query) && exchange.Status == 200)
            await Stream(http, response, exchange, place);
        else
            await Whole(http, response, exchange, place);
    }

    private static Exchange Asked(HttpRequest request, string target, Dictionary<string, string> headers, byte[] body)
    {
        var cut = target.IndexOf('?', StringComparison.Ordinal);
        return new Exchange(request.Method, cut < 0 ? target : target[..cut], cut < 0 ? "" : target[(cut + 1)..])
        {
            RequestHeaders = headers,
            RequestBody = BodyOf(request.ContentType, body),
        };
    }

    private static void PassHead(HttpResponse to, HttpResponseMessage response, Exchange exchange)
    {
        to.StatusCode = exchange.Status;
        foreach (var (name, value) in exchange.Headers)
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Warning"))
                to.Headers[name] = value;
        }

        if (response.Headers.TryGetValues("Warning", out var warnings))
            to.Headers["Warning"] = warnings.ToArray();
    }

    private async Task Whole(HttpContext http, HttpResponseMessage response, Exchange exchange, int place)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Remember(place, exchange with { Body = Upstream.Read(Encoding.UTF8.GetString(bytes)) });
        if (bytes.Length > 0)
            await http.Response.Body.WriteAsync(bytes);
    }

    private async Task Stream(HttpContext http, HttpResponseMessage response, Exchange exchange, int place)
    {
        var frames = new List<(double, JsonObject)>();
        Remember(place, exchange with { Frames = [] });
        await http.Response.Body.FlushAsync();
        Watched?.Invoke(exchange.Path, exchange.Query);
        try
        {
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
            while (await lines.ReadLineAsync(http.RequestAborted) is { } line)
            {
                frames.Add((0, (JsonObject)JsonNode.Parse(line)!));
                Remember(place, exchange with { Frames = [.. frames] });
                await http.Response.WriteAsync(line + "\n", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                Framed?.Invoke();
            }

            Remember(place, exchange with { Frames = frames, EndedByServer = true });
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or HttpRequestException)
        {
            // The client has gone, or the server: both end a watch.
            http.Abort();
        }
    }

    private static JsonNode? BodyOf(string? type, byte[] bytes) =>
        bytes.Length == 0 ? null
        : type?.Contains("protobuf", StringComparison.Ordinal) == true ? new JsonObject { ["$binary"] = true }
        : Upstream.Read(Encoding.UTF8.GetString(bytes));

    private int Remember(Exchange exchange)
    {
        lock (_lock)
        {
            _seen.Add(exchange);
            return _seen.Count - 1;
        }
    }

    private void Remember(int place, Exchange exchange)
    {
        // What belongs to a command that has ended is nobody's any more.
        lock (_lock)
            if (place < _seen.Count)
                _seen[place] = exchange;
    }
}
