namespace Acceptance.Twin.Tests.Personas;

/// <summary>
/// nginx on the jumphost: the four traps of the appendix' entry, and the words of the captures nginx-t-*.
/// </summary>
[TestFixture]
public sealed class NginxPersonaTests
{
    private const string Site = "/etc/nginx/sites-available/horizon-proxy";
    private const string Named = "/etc/nginx/sites-enabled/horizon-proxy";

    private OperatorShell _shell = null!;

    [SetUp]
    public void Start() => _shell = new OperatorShell();

    [TearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    [Test]
    public async Task The_proxy_as_it_stands_passes_and_says_so_on_stderr()
    {
        (await _shell.Run("sudo nginx -t"))
            .Should()
            .Be(
                (
                    0,
                    "",
                    "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n"
                        + "nginx: configuration file /etc/nginx/nginx.conf test is successful\n"
                )
            );
        (await _shell.Run("sudo nginx -t -q")).Should().Be((0, "", ""));
        (await _shell.Run("nginx -v")).Should().Be((0, "", "nginx version: nginx/1.18.0 (Ubuntu)\n"));
    }

    [TestCase("s/proxy_pass/proxy_pas/", $"unknown directive \"proxy_pas\" in {Named}:4")]
    [TestCase("s/listen/lisen/", $"unknown directive \"lisen\" in {Named}:2")]
    [TestCase("s/verify on;/verify on/", $"invalid number of arguments in \"proxy_ssl_verify\" directive in {Named}:6")]
    [TestCase(
        "s/verify on/verify yes/",
        $"invalid value \"yes\" in \"proxy_ssl_verify\" directive, it must be \"on\" or \"off\" in {Named}:5"
    )]
    [TestCase("s/^    }$//", $"unexpected end of file, expecting \"}}\" in {Named}:13")]
    [TestCase("s/redirect.*;/redirect https:/", $"unexpected \"}}\" in {Named}:11")]
    [TestCase("$ a }", $"unexpected \"}}\" in {Named}:13")]
    [TestCase("s/location [/]/location \\/ ;/", $"directive \"location\" has no opening \"{{\" in {Named}:3")]
    [TestCase(
        "s/listen.*/proxy_pass http:\\/\\/127.0.0.1;/",
        $"\"proxy_pass\" directive is not allowed here in {Named}:2"
    )]
    [TestCase(
        "s/proxy_ssl_name/proxy_ssl_verify on; proxy_ssl_name/",
        $"\"proxy_ssl_verify\" directive is duplicate in {Named}:7"
    )]
    [TestCase(
        "s/https:[/][/]127[^;]*/https:\\/\\/juju-nowhere-2:443/",
        $"host not found in upstream \"juju-nowhere-2\" in {Named}:4"
    )]
    [TestCase("s/pass https:/pass /", $"invalid URL prefix in {Named}:4")]
    [TestCase("s/listen [^;]*/listen 0/", $"invalid port in \"0\" of the \"listen\" directive in {Named}:2")]
    [TestCase("/trusted/ d", "no proxy_ssl_trusted_certificate for proxy_ssl_verify")]
    [TestCase(
        "s/vault-root-ca/nope/",
        "SSL_CTX_load_verify_locations(\"/etc/nginx/nope.pem\") failed (SSL: "
            + "error:80000002:system library::No such file or directory:calling fopen(/etc/nginx/nope.pem, "
            + "r) error:10000080:BIO routines::no such file error:05880002:x509 certificate routines::system lib)"
    )]
    [TestCase(
        "s/8080;/8080 ssl;/",
        $"no \"ssl_certificate\" is defined for the \"listen ... ssl\" directive in {Named}:1"
    )]
    [TestCase(
        "s/8080;/8080 ssl; ssl_certificate \\/etc\\/nginx\\/vault-root-ca.pem;/",
        "no \"ssl_certificate_key\" is defined for certificate \"/etc/nginx/vault-root-ca.pem\""
    )]
    [TestCase(
        "s/8080;/8080 ssl; ssl_certificate \\/nope.pem; ssl_certificate_key \\/nope.key;/",
        "cannot load certificate \"/nope.pem\": BIO_new_file() failed (SSL: "
            + "error:80000002:system library::No such file or directory:calling fopen(/nope.pem, "
            + "r) error:10000080:BIO routines::no such file)"
    )]
    public async Task An_edit_that_breaks_the_vhost_is_named_and_neither_reloaded_nor_restarted(
        string edit,
        string says
    )
    {
        await _shell.Run($"sudo sed -i '{edit}' {Site}");
        var loaded = _shell.Twin.World.Nginx.Loaded;

        (await _shell.Run("sudo nginx -t"))
            .Should()
            .Be((1, "", $"nginx: [emerg] {says}\nnginx: configuration file /etc/nginx/nginx.conf test failed\n"));
        (await _shell.Run("sleep 60; sudo systemctl reload nginx")).Exit.Should().Be(1);
        _shell.Twin.World.Nginx.Loaded.Should().Be(loaded);
    }

    [Test]
    public async Task A_key_of_another_certificate_is_refused()
    {
        var tls = "8080 ssl; ssl_certificate /etc/nginx/vault-root-ca.pem; ssl_certificate_key /etc/nginx/other.key;";
        await _shell.Run(
            "openssl genrsa -out other.key 2048 2>/dev/null; sudo cp other.key /etc/nginx/other.key; "
                + $"sudo sed -i 's|8080;|{tls}|' {Site}"
        );

        (await _shell.Run("sudo nginx -t"))
            .Err.Should()
            .Contain(
                "SSL_CTX_use_PrivateKey(\"/etc/nginx/other.key\") failed (SSL: "
                    + "error:05800074:x509 certificate routines::key values mismatch)"
            );
    }

    [Test]
    public async Task A_sed_that_matches_nothing_changes_nothing_and_the_test_passes()
    {
        (await _shell.Run($"sudo sed -i 's/no such text/other/' {Site}; sudo nginx -t -q")).Should().Be((0, "", ""));
    }

    [TestCase("s/proxy_redirect.*/proxy_cache_valid 200 1h;/")]
    [TestCase("s/listen.*/root \\/var\\/www;/")]
    public async Task What_is_no_proxys_is_neither_ok_nor_failed(string edit)
    {
        await _shell.Run($"sudo sed -i '{edit}' {Site}");

        var (exit, _, said) = await _shell.Run("sudo nginx -t");

        (exit, said.Contains("not emulated", StringComparison.Ordinal)).Should().Be((64, true), said);
    }

    [Test]
    public async Task A_reload_reads_the_files_anew_and_a_restart_is_a_new_process()
    {
        (await _shell.Run("sleep 60; sudo systemctl reload nginx")).Exit.Should().Be(0);
        var nginx = _shell.Twin.World.Nginx;
        nginx.Loaded.Should().BeAfter(nginx.Started);

        (await _shell.Run("sleep 60; sudo systemctl restart nginx")).Exit.Should().Be(0);
        nginx.Started.Should().Be(nginx.Loaded);
    }

    [Test]
    public async Task Without_root_the_test_fails_although_the_files_are_right()
    {
        var (exit, _, said) = await _shell.Run("nginx -t");

        exit.Should().Be(1);
        said.Should().Contain("[emerg] open() \"/run/nginx.pid\" failed (13: Permission denied)");
    }
}
