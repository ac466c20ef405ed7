using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Transport;

/// <summary>
/// Twenty ways to use TLS badly. Each ends in a sentence that says what is wrong, and neither Keystone's password nor a
/// cluster's token was sent.
/// </summary>
public sealed class TlsMisuseTests
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private static readonly X509Certificate2 Root = Ca("CN=Site Root");
    private static readonly X509Certificate2 Foreign = Ca("CN=Foreign Root");
    private static readonly X509Certificate2 Namesake = Ca("CN=Site Root");

    private static readonly X509Certificate2 Expired = (
        new Issued
        {
            Subject = "CN=Old",
            Names = null,
            Authority = true,
            Until = Day(2021),
        }
    ).By(Root);

    private static readonly X509Certificate2 Leaf = new Issued { Subject = "CN=not a CA" }.By(Root);

    private static readonly X509Certificate2 Sha1Ca = new Issued
    {
        Subject = "CN=Weak signer",
        Names = null,
        Authority = true,
        Sha1 = true,
    }.By(Root);

    private static readonly Dictionary<string, (Func<TlsServer> Server, string Says)> Misuses = new()
    {
        ["expired"] = (() => Shows(new Issued { Until = Day(2021) }), "expired on 2021-01-01 00:00 UTC"),
        ["not yet valid"] = (() => Shows(new Issued { From = Day(2100) }), "is not valid before 2100-01-01 00:00 UTC"),
        ["for another address"] = (
            () => Shows(new Issued { Names = names => names.AddIpAddress(IPAddress.Parse("127.0.0.2")) }),
            "is for 127.0.0.2 and not for 127.0.0.1"
        ),
        ["for a name and not for the address"] = (
            () => Shows(new Issued { Names = names => names.AddDnsName("keystone.cloud.example") }),
            "is for keystone.cloud.example and not for 127.0.0.1"
        ),
        ["the address as a name"] = (
            () => Shows(new Issued { Names = names => names.AddDnsName("127.0.0.1") }),
            "is for a host called 127.0.0.1 and not for 127.0.0.1"
        ),
        ["any name"] = (
            () => Shows(new Issued { Names = names => names.AddDnsName("*") }),
            "is for * and not for 127.0.0.1"
        ),
        ["a CN and no name"] = (() => Shows(new Issued { Names = null }), "has no subject alternative name"),
        ["a mail address for a name"] = (
            () => Shows(new Issued { Names = names => names.AddEmailAddress("me@cloud.example") }),
            "has no subject alternative name"
        ),
        ["self-signed"] = (() => TlsServer.With(new Issued().By(null)), "is not signed by the CA in"),
        ["of another CA"] = (() => TlsServer.With(new Issued().By(Foreign)), "is not signed by the CA in"),
        ["of a CA of the same name"] = (() => TlsServer.With(new Issued().By(Namesake)), "is not signed by the CA in"),
        ["of a server that signs"] = (
            () => TlsServer.With(new Issued().By(Leaf), [Leaf]),
            "is not signed by the CA in"
        ),
        ["of an expired authority"] = (
            () => TlsServer.With(new Issued().By(Expired), [Expired]),
            "CN=Old, which signs the certificate of 127.0.0.1, expired on 2021-01-01"
        ),
        ["for clients only"] = (() => Shows(new Issued { Usages = [ClientAuthentication] }), "is not for a server"),
        ["an RSA key of 1024 bits"] = (() => Shows(new Issued { Bits = 1024 }), "has an RSA key of 1024 bits"),
        ["signed with SHA-1"] = (() => Shows(new Issued { Sha1 = true }), "is signed with SHA-1, which can be forged"),
        ["of an authority signed with SHA-1"] = (
            () => TlsServer.With(new Issued().By(Sha1Ca), [Sha1Ca]),
            "CN=Weak signer, which signs the certificate of 127.0.0.1, is signed with SHA-1"
        ),
        ["TLS 1.0"] = (
#pragma warning disable SYSLIB0039, CA5397 // Old on purpose.
            () => TlsServer.With(new Issued().By(Root), protocols: SslProtocols.Tls),
#pragma warning restore SYSLIB0039, CA5397
            "speaks no TLS we can follow"
        ),
        ["plain HTTP behind https"] = (
            () => TlsServer.Plain("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
            "speaks no TLS"
        ),
        ["closed in the handshake"] = (TlsServer.Closing, "closed the connection"),
        ["silent in the handshake"] = (TlsServer.Silent, "did not answer the connect in time"),
    };

    private static IEnumerable<string> Names => Misuses.Keys;

    [TestCaseSource(nameof(Names))]
    [CancelAfter(60_000)]
    public async Task Ends_in_a_sentence_and_nothing_was_sent(string misuse, CancellationToken cancel)
    {
        var (open, says) = Misuses[misuse];
        using var server = open();
        await using var cloud = Open(server.At);
        var keystone = await cloud.OpenStack.Token(Scope.Admin, cancel);
        var cluster = await cloud.Cluster(Kubeconfig(server.At)).Value().Nodes(cancel);
        foreach (var (who, unread) in new[] { ("Keystone", Sentence(keystone)), ("the cluster", Sentence(cluster)) })
        {
            var expected = who == "the cluster" ? says.Replace(" the CA in", "") : says;
            unread.Sentence.ToString().Should().Contain(expected, who).And.NotContain("\n").And.NotContain("pw-secret");
            unread
                .Why.Should()
                .BeOneOf([Unreadable.UntrustedCertificate, Unreadable.Refused, Unreadable.Unreachable], who);
        }

        server.Heard.Should().BeEmpty();
    }

    [Test]
    public async Task The_same_with_everything_right_is_answered()
    {
        using var server = Shows(new Issued());
        await using var cloud = Open(server.At);
        (await cloud.OpenStack.Token(Scope.Admin)).Unread(Unreadable.Unauthorised);
        server.Heard.Should().Contain("pw-secret", "the table's password is what this server hears when it may");
        (await cloud.Cluster(Kubeconfig(server.At)).Value().Nodes()).Unread(Unreadable.Unauthorised);
        server.Heard.Should().Contain("Bearer token-of-the-test");
    }

    [TestCase("a.b.cloud.example", false)]
    [TestCase("cloud.example", false)]
    [TestCase("nova.cloud.example", true)]
    public async Task A_wildcard_is_of_one_label(string name, bool believed)
    {
        using var server = Shows(new Issued { Names = names => names.AddDnsName("*.cloud.example") });
        await using var cloud = Open(server.At);
        var text = Kubeconfig(server.At).Replace("\"server\"", $"\"tls-server-name\": \"{name}\", \"server\"");
        (await cloud.Cluster(text).Value().Nodes()).Unread(
            believed ? Unreadable.Unauthorised : Unreadable.UntrustedCertificate
        );
        (server.Heard.Length > 0).Should().Be(believed);
    }

    private static TlsServer Shows(Issued issued) => TlsServer.With(issued.By(Root));

    private static (Unreadable Why, string Sentence) Sentence<T>(Reading<T> reading)
    {
        var unread = (Reading<T>.Unread)reading;
        return (unread.Why, $"{unread.Sentence}");
    }

    private static LiveCloud Open(Uri at)
    {
        var folder = Directory.CreateTempSubdirectory("tls-").FullName;
        File.WriteAllText(Path.Combine(folder, "ca.pem"), Root.ExportCertificatePem());
        File.WriteAllText(
            Path.Combine(folder, "openrc"),
            $"export OS_AUTH_URL={at}v3 OS_USERNAME=a OS_PASSWORD=pw-secret OS_USER_DOMAIN_NAME=c " + "OS_PROJECT_ID=d"
        );
        var site = new Site
        {
            Name = "here",
            Credentials = new SiteCredentials { Openrc = "openrc", Ca = "ca.pem" },
            Jumphost = new SiteJumphost { Home = folder },
        };
        var deadlines = new Deadlines
        {
            Connect = TimeSpan.FromSeconds(3),
            Answer = TimeSpan.FromSeconds(20),
            FirstPause = TimeSpan.FromMilliseconds(1),
        };
        return LiveCloud.Open(site, folder, new RecordingGate(), new LiveOptions { Deadlines = deadlines });
    }

    private static string Kubeconfig(Uri at) =>
        $$"""
            {"current-context": "c", "contexts": [{"name": "c", "context": {"cluster": "k", "user": "u"} } ],
             "clusters": [{"name": "k", "cluster": {"server": "{{at}}",
              "certificate-authority-data": "{{Convert.ToBase64String(
                Encoding.ASCII.GetBytes(Root.ExportCertificatePem())
            )}}"} } ],
             "users": [{"name": "u", "user": {"token": "token-of-the-test"} } ] }
            """;

    private static X509Certificate2 Ca(string subject) =>
        new Issued
        {
            Subject = subject,
            Names = null,
            Authority = true,
        }.By(null);

    private static DateTimeOffset Day(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
