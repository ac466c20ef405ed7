using System.Net;
using System.Net.Sockets;
using System.Text;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Twin.Tests.Personas;

/// <summary>The jumphost's proxy as its clients meet it (captures nginx-px-*, nginx-redir-*, nginx-drain-*).</summary>
[TestFixture]
public sealed class NginxServingTests
{
    private const string Site = "/etc/nginx/sites-available/horizon-proxy";
    private const string TellsOfHttp = "/proxy_redirect/ a proxy_set_header X-Forwarded-Proto $scheme;";

    private OperatorShell _shell = null!;

    [SetUp]
    public void Start() => _shell = new OperatorShell();

    [TearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    private Uri Proxy => _shell.Twin.World.Nginx.Url;

    [TestCase("s/same/same/", 0, "200 redirects=1", "")]
    [TestCase("s/proxy_ssl_name .*;/proxy_ssl_name juju-ffe3b8-9-lxd-9;/", 0, "502", "match \"juju-ffe3b8-9-lxd-9\"")]
    [TestCase("/proxy_ssl_name/ d", 0, "502", "match \"127.")]
    [TestCase("s/server_name on/server_name off/", 0, "502", "upstream SSL certificate does not match \"juju-")]
    [TestCase("/proxy_ssl_name/ d; s/verify on/verify off/", 0, "200 redirects=1", "")]
    [TestCase("s/proxy_pass .*;/proxy_pass https:\\/\\/127.0.0.1:4;/", 0, "502", "(111: Connection refused)")]
    [TestCase("/proxy_redirect/ d", 35, "302 redirects=1", "")]
    [TestCase(TellsOfHttp, 47, "301 redirects=5", "")]
    public async Task What_a_vhost_says_decides_where_a_browser_ends(string edit, int exit, string ends, string logged)
    {
        await _shell.Run($"sudo sed -i '{edit}' {Site}; sudo nginx -t -q && sudo systemctl restart nginx");

        var (code, said, _) = await _shell.Run(
            $"curl -sS -L --max-redirs 5 -o /dev/null -w '%{{http_code}} redirects=%{{num_redirects}}' {Proxy}"
        );

        (code, said.StartsWith(ends, StringComparison.Ordinal)).Should().Be((exit, true), said);
        var log = (await _shell.Run("sudo cat /var/log/nginx/error.log")).Out;
        (logged.Length == 0 ? log.Length == 0 : log.Contains(logged, StringComparison.Ordinal)).Should().BeTrue(log);
    }

    [Test]
    public async Task An_idle_connection_is_closed_when_its_worker_has_drained()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Parse(Proxy.Host), Proxy.Port);
        (await Ask(client)).Should().StartWith("HTTP/1.1 302");

        await _shell.Run("sudo systemctl reload nginx; sleep 5");

        (await Ask(client)).Should().BeEmpty();
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_worker_that_answers_does_not_go_before_it_has_answered(CancellationToken cancel)
    {
        var mute = new EndpointRule("horizon", "", Misbehaviour.Hang);
        _shell.Twin.Misbehave(mute);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Parse(Proxy.Host), Proxy.Port);
        await Send(client);
        while (mute.Fired == 0)
        {
            cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await _shell.Run("sudo systemctl reload nginx; sleep 60");

        (await _shell.Run("ps -ww -C nginx -o args=")).Out.Should().Contain("worker process is shutting down");
    }

    private async Task<string> Ask(TcpClient client)
    {
        try
        {
            await Send(client);
            var answer = new byte[4096];
            return Encoding.ASCII.GetString(answer, 0, await client.GetStream().ReadAsync(answer));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private async Task Send(TcpClient client) =>
        await client
            .GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {Proxy.Authority}\r\n\r\n"));
}
