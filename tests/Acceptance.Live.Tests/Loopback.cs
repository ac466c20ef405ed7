using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Acceptance.Live.Tests;

/// <summary>A small server on loopback that answers what the test says, and remembers what it was asked.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication _server;

    private Loopback(Func<HttpContext, Task> answer, X509Certificate2? certificate, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
                kestrel.Listen(
                    IPAddress.Parse(address),
                    0,
                    listen =>
                    {
                        listen.Protocols = HttpProtocols.Http1;
                        if (certificate is not null)
                            listen.UseHttps(certificate);
                    }
                )
            );
        builder.WebHost.UseShutdownTimeout(TimeSpan.Zero);
        _server = builder.Build();
        _server.Run(async http =>
        {
            lock (Asked)
                Asked.Add(
                    $"{http.Request.Method} "
                        + $"{http.Request.Path}{Uri.UnescapeDataString(http.Request.QueryString.Value!)}"
                );
            await answer(http);
        });
        _server.StartAsync().GetAwaiter().GetResult();
        At = new Uri(_server.Urls.First());
    }

    public Uri At { get; }

    /// <summary>"METHOD path?query" of each request, in order.</summary>
    public List<string> Asked { get; } = [];

    public static Loopback Serve(
        Func<HttpContext, Task> answer,
        X509Certificate2? certificate = null,
        string address = "127.0.0.1"
    ) => new(answer, certificate, address);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
