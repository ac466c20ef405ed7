using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Nginx;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Dashboard;

/// <summary>
/// Horizon: its root sends to the login page by its full https address, and the login page asks for a name and a
/// password. Nothing behind it. Who names its unit in the handshake gets the unit's certificate; who was asked by http,
/// as a proxy before it says, is sent to https.
/// </summary>
internal sealed class HorizonWire(TwinWorld world) : WireService(world)
{
    private const string Login = "/auth/login/";

    private readonly Lazy<X509Certificate2> _ofTheUnit = new(() =>
        world.Pki.Server(world.Pki.VaultRoot, world.Nginx.Unit, [], [world.Nginx.Unit])
    );
    private readonly Random _balanced = new(12);

    public override string Role => "horizon";

    public override X509Certificate2 Certificate(string role, string address) =>
        World.Pki.Server(World.Pki.VaultRoot, NginxServer.OfTheAddress, [address], []);

    public override X509Certificate2? Named(string? server) => server == World.Nginx.Unit ? _ofTheUnit.Value : null;

    public override async Task Answer(HttpContext http, string role)
    {
        var response = http.Response;
        var reads = http.Request.Method is "GET" or "HEAD";
        if (http.Request.Headers["X-Forwarded-Proto"] == "http")
        {
            response.StatusCode = 301;
            response.Headers.Location = $"https://{http.Request.Host}{http.Request.Path}";
            return;
        }

        switch (http.Request.Path.Value)
        {
            case "/" when reads:
                response.StatusCode = 302;
                response.ContentType = "text/html; charset=utf-8";
                response.Headers.Location = $"https://{http.Request.Host}{Login}";
                response.ContentLength = 0;
                return;
            case Login when reads:
                await Page(http);
                return;
            default:
                response.StatusCode = 501;
                response.ContentType = "text/plain; charset=utf-8";
                await response.WriteAsync(
                    $"not emulated: the twin's horizon has no {http.Request.Method} {http.Request.Path}\n",
                    http.RequestAborted
                );
                return;
        }
    }

    /// <summary>What the unit that answers says of its cookies: one or another has its turn.</summary>
    private string Mark()
    {
        lock (World.Gate)
        {
            JujuUnit[] units = [.. DashboardSettings.Units(World.Juju)];
            return
                units.Length > 0
                && DashboardSettings.CookiesAreSecure(units[_balanced.Next(units.Length)].Machine.Files)
                ? "; Secure"
                : "";
        }
    }

    private async Task Page(HttpContext http)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.Append("Set-Cookie", $"csrftoken={token}; Path=/; SameSite=Lax{Mark()}");
        http.Response.Headers.Append("Vary", "Cookie");
        http.Response.Headers.Append("X-Frame-Options", "SAMEORIGIN");
        if (http.Request.Method == "HEAD")
            return;
        await http.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
              <head><title>Login - OpenStack Dashboard</title></head>
              <body id="splash">
                <form id="login-form" method="POST" action="{Login}" autocomplete="off">
                  <input type="hidden" name="csrfmiddlewaretoken" value="{token}">
                  <label for="id_domain">Domain</label><input type="text" name="domain" id="id_domain">
                  <label for="id_username">User Name</label><input type="text" name="username" id="id_username">
                  <label for="id_password">Password</label><input type="password" name="password" id="id_password">
                  <button id="loginBtn" type="submit">Sign In</button>
                </form>
              </body>
            </html>

            """,
            http.RequestAborted
        );
    }
}
