namespace Acceptance.Twin.Tests.Personas.Nginx;

[TestFixture]
public sealed class NginxPersonaTests
{
    private const string Site = "/etc/nginx/sites-available/horizon-proxy";

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
                    "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\nnginx: configuration file /etc/nginx/nginx.conf test is successful\n"
                )
            );
        (await _shell.Run("sudo nginx -t -q")).Should().Be((0, "", ""));
    }

    [Test]
    public async Task An_edit_that_breaks_the_site_is_found_and_a_reload_of_it_refused()
    {
        await _shell.Run($"sudo sed -i 's/proxy_pass/proxy_pas/' {Site}");

        (await _shell.Run("sudo nginx -t"))
            .Should()
            .Be(
                (
                    1,
                    "",
                    "nginx: [emerg] unknown directive \"proxy_pas\" in /etc/nginx/sites-enabled/horizon-proxy:4\nnginx: configuration file /etc/nginx/nginx.conf test failed\n"
                )
            );
        var loaded = _shell.Twin.World.Nginx.Loaded;
        (await _shell.Run("sleep 60; sudo nginx -s reload"))
            .Should()
            .Be(
                (1, "", "nginx: [emerg] unknown directive \"proxy_pas\" in /etc/nginx/sites-enabled/horizon-proxy:4\n")
            );
        _shell.Twin.World.Nginx.Loaded.Should().Be(loaded);
    }

    [Test]
    public async Task A_reload_reads_the_files_anew_and_a_stopped_one_has_nobody_to_tell()
    {
        (await _shell.Run("sleep 60; sudo nginx -s reload")).Exit.Should().Be(0);
        _shell.Twin.World.Nginx.Loaded.Should().BeAfter(_shell.Twin.World.Nginx.Started);

        (await _shell.Run("sudo nginx -s stop")).Exit.Should().Be(0);
        (await _shell.Run("sudo nginx -s reload"))
            .Should()
            .Be((1, "", "nginx: [error] open() \"/run/nginx.pid\" failed (2: No such file or directory)\n"));
    }

    [Test]
    public async Task Its_files_are_shown_on_stdout()
    {
        var (exit, stdout, _) = await _shell.Run("sudo nginx -T");

        exit.Should().Be(0);
        stdout
            .Should()
            .StartWith("# configuration file /etc/nginx/nginx.conf:\nuser www-data;\n")
            .And.Contain("\n# configuration file /etc/nginx/sites-enabled/horizon-proxy:\nserver {\n");
    }

    [Test]
    public async Task Without_root_the_test_fails_although_the_files_are_right()
    {
        var (exit, _, stderr) = await _shell.Run("nginx -t");

        exit.Should().Be(1);
        stderr.Should().Contain("[emerg]").And.Contain("open() \"/run/nginx.pid\" failed (13: Permission denied)");
    }

    [TestCase("-x", "nginx: invalid option: \"x\"\n")]
    [TestCase("start", "nginx: invalid option: \"start\"\n")]
    [TestCase("-s restart", "nginx: invalid option: \"-s restart\"\n")]
    [TestCase("-c", "nginx: option \"-c\" requires file name\n")]
    public async Task Options_are_refused_in_its_own_words(string options, string said) =>
        (await _shell.Run($"sudo nginx {options}")).Should().Be((1, "", said));
}
