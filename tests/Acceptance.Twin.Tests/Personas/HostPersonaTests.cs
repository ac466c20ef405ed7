using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Twin.Tests.Personas;

/// <summary>What a unit's host says of itself: systemctl, journalctl, who, uptime, and haproxy's sockets.</summary>
[TestFixture]
public sealed class HostPersonaTests
{
    private OperatorShell _shell = null!;

    private HaProxyInstance Proxy => _shell.Twin.World.HaProxy.Instances[0];

    [SetUp]
    public void Start() => _shell = new OperatorShell();

    [TearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    [Test]
    public async Task A_stopped_unit_is_inactive_and_its_journal_tells_when()
    {
        await On("sleep 3600; systemctl stop apache2");
        var stopped = _shell.Twin.World.Now;

        (await On("sleep 600; systemctl is-active apache2 haproxy")).Should().Be((0, "inactive\nactive\n", ""));
        (await On("systemctl is-active apache2")).Exit.Should().Be(3);
        (await On("systemctl status apache2 | grep -E 'Active:'"))
            .Out.Should()
            .Be($"     Active: inactive (dead) since {stopped.UtcDateTime:ddd yyyy-MM-dd HH:mm:ss} UTC; 10min ago\n");
        (await On("journalctl -u apache2 -n 3 --no-pager | cut -d: -f4-"))
            .Out.Should()
            .Be(
                " Stopping The Apache HTTP Server...\n apache2.service: Deactivated successfully.\n"
                    + " Stopped The Apache HTTP Server.\n"
            );
    }

    [Test]
    public async Task A_restart_onto_a_broken_file_fails_the_unit_and_a_reload_of_it_leaves_it_running()
    {
        await On("echo '  blance x' >> /etc/haproxy/haproxy.cfg");

        (await On("systemctl reload haproxy")).Exit.Should().Be(1);
        (await On("systemctl is-active haproxy")).Out.Should().Be("active\n");

        var (exit, _, stderr) = await On("systemctl restart haproxy");
        (exit, stderr)
            .Should()
            .Be(
                (
                    1,
                    "Job for haproxy.service failed because the control process exited with error code.\n"
                        + "See \"systemctl status haproxy.service\" and \"journalctl -xeu haproxy.service\" for "
                        + "details.\n"
                )
            );
        (await On("systemctl is-active haproxy")).Should().Be((3, "failed\n", ""));
        (await On("journalctl -xeu haproxy"))
            .Out.Should()
            .EndWith("Failed to start HAProxy Load Balancer.\n")
            .And.Contain("Reload failed for HAProxy Load Balancer.\n");
    }

    [TestCase("systemctl status nosuch", 4, "", "Unit nosuch.service could not be found.\n")]
    [TestCase("systemctl is-active nosuch", 3, "inactive\n", "")]
    [TestCase("systemctl restart nosuch", 5, "", "Failed to restart nosuch.service: Unit nosuch.service not found.\n")]
    [TestCase("systemctl show -p LoadState,ActiveState --value nosuch", 0, "not-found\ninactive\n", "")]
    public async Task A_unit_that_is_not_there_is_said_to_be_missing(
        string command,
        int exit,
        string stdout,
        string stderr
    ) => (await On(command)).Should().Be((exit, stdout, stderr));

    [Test]
    public async Task The_journal_is_chosen_by_unit_and_number_and_a_container_has_no_kernel()
    {
        await On("systemctl restart haproxy");

        (await On("journalctl -u haproxy -n 1"))
            .Out.Should()
            .MatchRegex(@"^[A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d \S+ systemd\[1\]: Started HAProxy Load Balancer\.\n$");
        (await On("journalctl -k")).Out.Should().Be("-- No entries --\n", "a container has no kernel of its own");
    }

    [Test]
    public async Task Uptime_and_who_count_from_the_boot()
    {
        Proxy.Unit.Machine.Start(_shell.Twin.World.Now);
        var boot = _shell.Twin.World.Now;

        (await On("sleep 93780; uptime | grep -o 'up .*,  0'; who -b"))
            .Out.Should()
            .Be($"up 1 day,  2:03,  0\n         system boot  {boot.UtcDateTime:yyyy-MM-dd HH:mm}\n");
    }

    [TestCase("journalctl --since today")]
    [TestCase("systemctl list-units")]
    [TestCase("uptime -p")]
    public async Task What_no_runbook_types_is_not_emulated(string command)
    {
        var (exit, _, said) = await On(command);

        (exit, said.Contains("not emulated", StringComparison.Ordinal)).Should().Be((64, true), said);
    }

    [Test]
    public async Task A_server_that_comes_back_rises_with_its_checks()
    {
        const string file =
            "backend b\n    option httpchk GET /\n    server s {0} check check-ssl verify none inter 2s rise 2\n";
        var server = Proxy.Backends[0].Servers[0];
        Proxy.Unit.Machine.Files.Write(
            "/etc/haproxy/haproxy.cfg",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, file, server.Address)
        );
        server.ApiRunning = false;
        Proxy.Reload();
        const string status =
            "echo 'show stat' | socat - UNIX-CONNECT:/var/run/haproxy/admin.sock | grep '^b,s,' | cut -d, -f18,37";

        (await On($"{status}; sleep 10; {status}")).Out.Should().Be("UP 1/3,INI\nDOWN,L4CON\n");
        server.ApiRunning = true;
        (await On($"{status}; sleep 2; {status}")).Out.Should().Be("DOWN 1/2,L7OK\nUP,L7OK\n");
    }

    [TestCase("show servers state")]
    [TestCase("set server b/s state maint")]
    [TestCase("show stat json")]
    public async Task What_no_runbook_asks_of_the_socket_is_not_emulated(string asked)
    {
        var (exit, _, said) = await On($"echo '{asked}' | socat - UNIX-CONNECT:/var/run/haproxy/admin.sock");

        (exit, said.Contains("not emulated", StringComparison.Ordinal)).Should().Be((64, true), said);
    }

    [Test]
    public async Task Of_the_jumphosts_own_services_only_nginx_is_the_twins()
    {
        (await _shell.Run("sudo systemctl stop nginx; systemctl is-active nginx")).Should().Be((3, "inactive\n", ""));
        (await _shell.Run("sudo systemctl restart cron")).Exit.Should().Be(64);
    }

    private async Task<(int Exit, string Out, string Err)> On(string command) =>
        await _shell.Run(
            _shell.Twin.Shells.Script(
                _shell.Twin.Shells.Of(Proxy.Unit.Machine),
                new ShellOrder(command) { Elevated = true }
            )
        );
}
