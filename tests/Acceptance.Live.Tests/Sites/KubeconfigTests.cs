using System.Text;
using System.Text.Json;
using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Cloud.Live.OpenStack;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;
using Microsoft.AspNetCore.Http;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Live.Tests.Sites;

/// <summary>A kubeconfig is read for its data alone, whoever gave it, and what we write of it is data alone.</summary>
public sealed class KubeconfigTests
{
    private static readonly Authority Ca = new("CN=kubernetes");

    [TestCase("user", "exec: {command: touch, args: [x]}", "runs a program (exec), and only data is read of it")]
    [TestCase("user", "auth-provider: {name: gcp, config: {cmd-path: /bin/x}}", "runs a program (auth-provider)")]
    [TestCase("user", "tokenFile: /etc/shadow", "names another file (tokenFile)")]
    [TestCase("user", "client-certificate: /etc/c.pem", "names another file (client-certificate)")]
    [TestCase("user", "client-key: /etc/k.pem", "names another file (client-key)")]
    [TestCase("user", "as: system:admin", "asks in another's name (as)")]
    [TestCase("cluster", "certificate-authority: /etc/ca.pem", "names another file (certificate-authority)")]
    [TestCase("cluster", "proxy-url: http://127.0.0.1:1", "goes through a proxy (proxy-url)")]
    [TestCase("cluster", "insecure-skip-tls-verify: true", "believes whoever answers (insecure-skip-tls-verify)")]
    public void What_is_no_data_is_refused_by_its_name(string where, string field, string says)
    {
        foreach (var ofTheCloud in (bool[])[true, false])
        {
            var unread = new KubeconfigFile("k", ofTheCloud: ofTheCloud)
                .Read(Text("https://127.0.0.1:6443", where == "user" ? field : "", where == "cluster" ? field : ""))
                .Unread(Unreadable.NotOursToRead);
            unread.Sentence.ToString().Should().StartWith($"The kubeconfig k {says}");
            unread.Sentence.ToString().Should().NotContain("\n");
        }
    }

    [Test]
    public void What_a_cloud_gives_is_refused_for_any_of_its_users_and_an_operators_file_for_the_one_it_uses()
    {
        var text = Text("https://127.0.0.1:6443") + "\n- {name: other, user: {exec: {command: touch}}}\n";
        new KubeconfigFile("k").Read(text).Value().Token.Should().Be("t");
        new KubeconfigFile("k", ofTheCloud: true)
            .Read(text)
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain("(exec)");
    }

    [TestCase("alias", "a: &x 1\nb: *x", "holds an alias")]
    [TestCase("itself", "? &a [*a]\n: 1", "holds an alias")]
    [TestCase("deep", "DEEP", "nests deeper than 16")]
    [TestCase("long", "LONG", "is longer than 1024 KiB")]
    [TestCase("half", "a: [", "is no YAML")]
    [TestCase("tab", "a:\n\t- b", "is no YAML")]
    [TestCase("twice", "a: 1\na: 2", "is no YAML")]
    [TestCase("list", "- a", "is no kubeconfig")]
    [TestCase("scalar", "a", "is no kubeconfig")]
    [TestCase("empty", "", "is no kubeconfig")]
    [TestCase("control", "\u0001\u0002", "is no kubeconfig")]
    public void What_cannot_be_read_is_one_sentence(string name, string text, string says)
    {
        text = text switch
        {
            "DEEP" => string.Concat(Enumerable.Repeat("[", 100_000)),
            "LONG" => new string('a', 2 * 1024 * 1024),
            _ => text,
        };
        var sentence = new KubeconfigFile(name).Read(text).Unread(Unreadable.NotOursToRead).Sentence.ToString();
        sentence.Should().StartWith($"The kubeconfig {name} {says}").And.EndWith("workload cluster).");
    }

    [TestCase("server: ''", "gives no server URL")]
    [TestCase("server: 'file:///etc/passwd'", "gives no server URL")]
    [TestCase("server: 'https://me:pw@127.0.0.1'", "gives no server URL")]
    [TestCase("server: \"https://127.0.0.1:6443/\\nusers: []\"", "gives no server URL")]
    public void A_server_is_an_address(string server, string says) =>
        new KubeconfigFile("k")
            .Read(Text("").Replace("server: ''", server))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain(says);

    [TestCase("token: \"a\\nb\"", "a token that no header can carry")]
    [TestCase("client-certificate-data: '%%%', client-key-data: eA==", "holds no base64 in client-certificate-data")]
    [TestCase(
        "client-certificate-data: eA==, client-key-data: eA==",
        "a client certificate that its key does not go with"
    )]
    public void A_credential_that_does_not_serve_is_named(string user, string says) =>
        new KubeconfigFile("k")
            .Read(Text("https://127.0.0.1:6443").Replace("token: t", user.Replace(", client", "\n    client")))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain(says);

    [Test]
    public void What_Magnum_answers_stays_in_its_field()
    {
        using var admin = new ClusterCertificate();
        var text = admin.Kubeconfig("c\"\n- evil: [", new Uri("https://10.0.0.1:6443/x"), "CA\n\"", "CERT\n");
        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("users").GetArrayLength().Should().Be(1);
        json.RootElement.GetProperty("clusters")[0].GetProperty("name").GetString().Should().Be("c\"\n- evil: [");
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        yaml.Documents.Should().ContainSingle();
    }

    [Test]
    public async Task An_api_address_that_is_none_is_said_and_no_certificate_is_asked_for()
    {
        await using var cloud = new OpenStack.RestCloud(http =>
            http.Request.Path.StartsWithSegments("/v1/clusters")
                ? (
                    200,
                    """
                    {"uuid": "u", "name": "c", "status": "CREATE_COMPLETE", "cluster_template_id": "t",
                     "project_id": "p", "user_id": "u", "labels": {}, "created_at": "2026-11-20T12:00:00+00:00",
                     "api_address": "https://10.0.0.1:6443/\nusers: [{name: admin, user: {exec: {command: touch}}}]"}
                    """
                )
                : null
        );
        var magnum = cloud.OpenStack.ContainerInfra;
        var cluster = (await magnum.Cluster(Acceptance.Cloud.OpenStack.Scope.Admin, "c")).Value();
        (await magnum.Kubeconfig(Acceptance.Cloud.OpenStack.Scope.Admin, cluster))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .StartWith("The api_address of the cluster c is https://10.0.0.1:6443")
            .And.Contain("which is no https URL");
        cloud.Asked.Should().NotContain(line => line.Contains("certificates"));
    }

    [Test]
    public async Task What_is_kept_of_a_clouds_kubeconfig_holds_its_data_and_nothing_else()
    {
        await using var cloud = Open(new SiteCredentials { Environment = true }, out var home);
        var text =
            Text("https://127.0.0.1:6443", "", "tls-server-name: kubernetes.default")
            + "\nextensions: [{name: evil}]\n";
        cloud.Cluster(text).Value().Server.Should().Be(new Uri("https://127.0.0.1:6443"));
        var kept = Directory.GetFiles(Path.Combine(home, ".acceptance"), "kubeconfig-*", SearchOption.AllDirectories);
        var written = await File.ReadAllTextAsync(kept.Should().ContainSingle().Subject);
        written.Should().NotContain("evil").And.Contain("\"tls-server-name\": \"kubernetes.default\"");
        new KubeconfigFile("k").Read(written).Value().Should().Be(new KubeconfigFile("k").Read(text).Value());
    }

    [Test]
    public async Task A_certificate_is_held_against_the_name_that_the_kubeconfig_gives()
    {
        await using var server = Loopback.Serve(
            http => http.Response.WriteAsync("""{"gitVersion": "v1.34.8"}"""),
            Ca.For("192.0.2.7")
        );
        await using var cloud = Open(new SiteCredentials { Environment = true }, out _);
        (await cloud.Cluster(Text(server.At.ToString(), "", "tls-server-name: 192.0.2.7")).Value().Version())
            .Value()
            .Should()
            .Be("v1.34.8");
        (await cloud.Cluster(Text(server.At.ToString())).Value().Version()).Unread(Unreadable.UntrustedCertificate);
    }

    [Test]
    public async Task A_server_that_nobody_signed_gets_no_token()
    {
        await using var rogue = new Rogue();
        await using var strict = Open(rogue.Named, out _);
        strict.Cluster(rogue.Kubeconfig).Unread(Unreadable.NotOursToRead);
        (await strict.Management.Version())
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain("credentials.insecureSkipTlsVerify: \"allowed\"");
        rogue.Token.Should().BeNull();
    }

    [Test]
    public async Task Unless_the_site_allows_it_and_then_it_is_said_but_never_for_what_a_cloud_gives()
    {
        await using var rogue = new Rogue();
        await using var lax = Open(rogue.Named with { InsecureSkipTlsVerify = "allowed" }, out _);
        lax.Cluster(rogue.Kubeconfig).Unread(Unreadable.NotOursToRead);
        rogue.Token.Should().BeNull();
        var read = await lax.Management.Version();
        read.Value().Should().Be("v1.34.8");
        rogue.Token.Should().Be("Bearer t");
        $"{read.Evidence.Reservation}".Should().Contain("was believed without verification");
    }

    /// <summary>An API server with a certificate of its own, and the kubeconfig that believes it.</summary>
    private sealed class Rogue : IAsyncDisposable
    {
        private readonly Loopback _server;

        public Rogue()
        {
            _server = Loopback.Serve(
                http =>
                {
                    Token = http.Request.Headers.Authorization;
                    http.Response.ContentType = "application/json";
                    return http.Response.WriteAsync("""{"major": "1", "minor": "34", "gitVersion": "v1.34.8"}""");
                },
                new Authority("CN=rogue").For("127.0.0.1")
            );
            Kubeconfig = Text(_server.At.ToString(), "", "insecure-skip-tls-verify: true");
            var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"insecure-{Guid.NewGuid():N}");
            File.WriteAllText(file, Kubeconfig);
            Named = new SiteCredentials { Environment = true, ManagementKubeconfig = file };
        }

        public string Kubeconfig { get; }

        public SiteCredentials Named { get; }

        public string? Token { get; private set; }

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }

    private static LiveCloud Open(SiteCredentials credentials, out string home)
    {
        home = Directory.CreateTempSubdirectory("kubeconfigs-").FullName;
        var site = new Site
        {
            Name = "here",
            Credentials = credentials with { Hosts = ["127.0.0.1"] },
            Jumphost = new SiteJumphost { Home = home },
        };
        return LiveCloud.Open(site, home, new RecordingGate());
    }

    private static string Text(string server, string user = "", string cluster = "") =>
        $$"""
            apiVersion: v1
            kind: Config
            current-context: c
            contexts: [{name: c, context: { cluster: k, user: u } }]
            clusters:
            - name: k
              cluster:
                server: '{{server}}'
                certificate-authority-data: {{Convert.ToBase64String(Encoding.ASCII.GetBytes(Ca.Pem))}}
                {{cluster}}
            users:
            - name: u
              user:
                token: t
                {{user}}
            """;
}
