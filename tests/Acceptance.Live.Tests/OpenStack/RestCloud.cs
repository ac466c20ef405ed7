using Acceptance.Cloud;
using Acceptance.Cloud.Live.OpenStack;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Sites;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Live.Tests.OpenStack;

/// <summary>
/// All services behind one loopback address, answering what the test says; Keystone issues tokens t1, t2, ... by
/// itself.
/// </summary>
internal sealed class RestCloud : IAsyncDisposable
{
    private static readonly string[] Types =
    [
        "identity",
        "compute",
        "network",
        "image",
        "load-balancer",
        "container-infra",
        "placement",
    ];

    private readonly Func<HttpContext, (int Status, string Body)?> _answer;
    private readonly Loopback _server;
    private readonly Uri? _catalog;
    private readonly HttpClient _client;
    private int _tokens;

    public RestCloud(
        Func<HttpContext, (int Status, string Body)?> answer,
        TimeSpan? within = null,
        Uri? catalog = null,
        SiteCredentials? credentials = null,
        Func<Credential, Credential>? asking = null
    )
    {
        (_answer, _catalog) = (answer, catalog);
        _server = Loopback.Serve(Answer);
        var deadlines = new Deadlines
        {
            FirstPause = TimeSpan.FromMilliseconds(1),
            Answer = within ?? TimeSpan.FromSeconds(60),
        };
        _client = new Connections(deadlines, "r-test").Client(Trust.System);
        var sender = new Sender(_client, Gate, new FixedClock(), deadlines, Redaction);
        var credential = new Credential(new Uri(_server.At, "/v3"), "the test's openrc")
        {
            User = "admin",
            Password = "pw-secret",
            UserDomain = "admin_domain",
            Project = "admin",
            ProjectDomain = "admin_domain",
        };
        credential = asking?.Invoke(credential) ?? credential;
        var hosts = new KnownHosts(
            new Site { Name = "here", Credentials = credentials ?? new SiteCredentials() },
            credential.AuthUrl
        );
        var reading = new Reading<Credential>.Seen(credential, Evidence.None);
        OpenStack = new OpenStackServices(
            reading,
            new KeystoneTokens(reading, sender, Redaction, hosts),
            sender,
            hosts,
            TimeSpan.FromMinutes(1)
        );
    }

    public RestCloud(string path, string body)
        : this(http => http.Request.Path == path ? (200, body) : null) { }

    public OpenStackServices OpenStack { get; }

    public RecordingGate Gate { get; } = new();

    public Redaction Redaction { get; } = new();

    /// <summary>What was asked beside tokens.</summary>
    public IReadOnlyList<string> Asked => [.. _server.Asked.Where(line => !line.StartsWith("POST /v3/auth/tokens"))];

    /// <summary>The version that answers carry: null the one asked for, empty none.</summary>
    public string? Version { get; init; }

    public int TokensIssued => _tokens;

    public Uri At => _server.At;

    /// <summary>The body of each token request.</summary>
    public List<string> TokenRequests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private async Task Answer(HttpContext http)
    {
        // Read before the test's own answer, which is not asynchronous.
        http.Request.EnableBuffering();
        using var asked = new StreamReader(http.Request.Body, leaveOpen: true);
        http.Items["body"] = await asked.ReadToEndAsync();
        var (status, body) =
            _answer(http)
            ?? (
                http.Request.Path == "/v3/auth/tokens"
                    ? Token(http)
                    : (404, """{"itemNotFound": {"code": 404, "message": "the test serves no such path"}}""")
            );
        // As the services with microversions do; latest is a number in their answer.
        if (Version is null && http.Request.Headers["OpenStack-API-Version"] is [{ } version])
            http.Response.Headers["OpenStack-API-Version"] = version.Replace("latest", "1.11");
        if (Version is { Length: > 0 })
            http.Response.Headers["OpenStack-API-Version"] = Version;
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        // A 204 may not be written to, not even nothing: the server would close the connection after it.
        if (body.Length > 0)
            await http.Response.WriteAsync(body);
    }

    private (int Status, string Body) Token(HttpContext http)
    {
        lock (TokenRequests)
            TokenRequests.Add((string)http.Items["body"]!);
        http.Response.Headers["X-Subject-Token"] = $"t{Interlocked.Increment(ref _tokens)}-token";
        var catalog = string.Join(
            ',',
            Types.Select(type =>
                $$"""
                    {"type": "{{type}}", "name": "{{type}}", "endpoints": [
                      {"interface": "internal", "region": "RegionOne", "url": "http://127.0.0.1:1/"},
                      {"interface": "public", "region": "RegionOne", "url": "{{_catalog ?? _server.At}}"}]}
                    """
            )
        );
        return (
            201,
            $$$"""
            {"token": {"user": {"id": "u1", "name": "admin"}, "roles": [{"name": "admin"}, {"name": "reader"}],
             "project": {"id": "p1", "name": "admin", "domain": {"name": "admin_domain"}}, "catalog": [{{{catalog}}}]}}
            """
        );
    }
}
