using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Twin.Tests.Personas.Nginx;

/// <summary>The twin's nginx held against what nginx 1.22.1 said of the same configurations (nginx-said.tsv).</summary>
[TestFixture]
public sealed partial class NginxConfigurationTests
{
    private const string Main = "/etc/nginx/nginx.conf";

    private static readonly Dictionary<string, string> Srv = Files();

    public static IEnumerable<TestCaseData> Said()
    {
        using var stream = typeof(NginxConfigurationTests).Assembly.GetManifestResourceStream("nginx-said.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var fields = line.Split('\t');
            yield return new TestCaseData(
                Plain(fields[1]),
                fields[2] == "readable",
                Plain(fields[3])
            ).SetArgDisplayNames(fields[0]);
        }
    }

    [TestCaseSource(nameof(Said))]
    public void It_says_what_nginx_said(string configuration, bool readable, string said)
    {
        var verdict = Test(configuration);

        string[] lines =
        [
            .. verdict.Warnings.Select(warning => $"[warn] {warning}"),
            .. verdict.Refused is { } refused ? new[] { $"[emerg] {refused}" } : [],
        ];
        (verdict.Readable, string.Join('\n', lines)).Should().Be((readable, said), configuration);
    }

    [Test]
    public void A_word_that_fills_the_buffer_is_taken_for_an_open_quote()
    {
        var verdict = Test($"events {{}}\nuser \"{new string('x', 5000)}\";\n");

        verdict.Refused.Should().Be($"too long parameter, probably missing terminating \"\"\" character in {Main}:2");
    }

    [Test]
    public void An_included_file_is_named_where_it_is_wrong()
    {
        var verdict = NginxVerdict.Of(
            Main,
            null,
            Around(
                new()
                {
                    [Main] = "events {}\nhttp { include sites/*; }\n",
                    ["/etc/nginx/sites/b"] = "server {\n}\n}\n",
                    ["/etc/nginx/sites/a"] = "# nothing\n",
                }
            ),
            NginxBuild.Bookworm
        );

        verdict.Refused.Should().Be("unexpected \"}\" in /etc/nginx/sites/b:3");
        verdict.Files.Select(file => file.Path).Should().Equal(Main, "/etc/nginx/sites/a", "/etc/nginx/sites/b");
    }

    [Test]
    public void A_directive_of_a_later_release_is_unknown_to_jammys()
    {
        var verdict = NginxVerdict.Of(
            Main,
            null,
            Around(new() { [Main] = "events {}\nhttp { server { ssl_reject_handshake on; } }\n" }),
            NginxBuild.Jammy
        );

        verdict.Refused.Should().Be($"unknown directive \"ssl_reject_handshake\" in {Main}:2");
    }

    [Test]
    public void The_command_line_has_no_line()
    {
        var verdict = NginxVerdict.Of(
            Main,
            "daemn off;",
            Around(new() { [Main] = "events {}\n" }),
            NginxBuild.Bookworm
        );

        verdict.Refused.Should().Be("unknown directive \"daemn\" in command line");
    }

    [TestCase("proxy_cache_path /tmp/a keys_zone=a:1m;")]
    [TestCase("geo $a { 10.0.0.0/8 1; }")]
    [TestCase("server { ssl_ciphers NOTHING; }")]
    public void What_it_cannot_judge_is_neither_ok_nor_failed(string directive)
    {
        var test = () => Test($"events {{}}\nhttp {{ {directive} }}\n");

        test.Should().Throw<NginxUnjudgedException>();
    }

    [Test]
    public void Who_is_not_root_cannot_write_the_process_id()
    {
        var verdict = NginxVerdict.Of(
            Main,
            null,
            Around(new() { [Main] = "user www-data;\nevents {}\n" }, isRoot: false),
            NginxBuild.Bookworm
        );

        verdict.Readable.Should().BeTrue();
        verdict
            .Warnings.Should()
            .Equal(
                $"the \"user\" directive makes sense only if the master process runs with super-user privileges, ignored in {Main}:1"
            );
        verdict.Refused.Should().Be("open() \"/run/nginx.pid\" failed (13: Permission denied)");
    }

    private static NginxVerdict Test(string configuration) =>
        NginxVerdict.Of(Main, null, Around(new(Srv) { [Main] = configuration }), NginxBuild.Bookworm);

    private static NginxSurroundings Around(Dictionary<string, string> files, bool isRoot = true) =>
        new()
        {
            Read = files.GetValueOrDefault,
            Matching = pattern =>
                [
                    .. files
                        .Keys.Where(path => path.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal))
                        .Order(StringComparer.Ordinal),
                ],
            HasFolder = folder => folder is "/srv" or "/run" or "/var/log/nginx",
            Resolves = host => System.Net.IPAddress.TryParse(host, out _) || host == "localhost",
            IsOwn = host => host.StartsWith("127.", StringComparison.Ordinal) || host is "0.0.0.0" or "[::]",
            HasUser = user => user is "root" or "www-data",
            IsRoot = isRoot,
        };

    private static Dictionary<string, string> Files()
    {
        using var rsa = RSA.Create(2048);
        using var other = RSA.Create(2048);
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var good = new CertificateRequest(
            "CN=a",
            rsa,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(99));
        var pem = good.ExportCertificatePem() + "\n";
        return new()
        {
            ["/srv/good.crt"] = pem,
            ["/srv/good.key"] = rsa.ExportPkcs8PrivateKeyPem() + "\n",
            ["/srv/other.key"] = other.ExportPkcs8PrivateKeyPem() + "\n",
            ["/srv/ec.key"] = elliptic.ExportECPrivateKeyPem() + "\n",
            ["/srv/empty.pem"] = "",
            ["/srv/junk.pem"] = "junk\n",
            ["/srv/indented.pem"] = Regex.Replace(pem, "^", "  ", RegexOptions.Multiline),
        };
    }

    private static string Plain(string escaped) =>
        Escape()
            .Replace(
                escaped,
                match =>
                    match.Value[1] switch
                    {
                        'n' => "\n",
                        't' => "\t",
                        'r' => "\r",
                        var same => same.ToString(),
                    }
            );

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
