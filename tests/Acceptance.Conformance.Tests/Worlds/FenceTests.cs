using System.Diagnostics;
using Acceptance.Cli.Twins.Fence;
using Acceptance.Cli.Twins.Running;

namespace Acceptance.Conformance.Tests.Worlds;

/// <summary>
/// The jumphost can reach the real cloud: what no reading of texts sees, a script from a pipe, say, reaches nothing
/// but loopback either.
/// </summary>
public sealed class FenceTests
{
    private const string Actions = "/proc/sys/kernel/seccomp/actions_avail";

    /// <summary>Of the real cloud's block, and of no machine on any network that these tests run on.</summary>
    private const string Script = """
        # Not a packet is tried unless one more filter stands than around the tests themselves.
        [ "$(sed -n 's/^Seccomp_filters:\t//p' /proc/self/status)" -gt FILTERS ] || { echo 'no fence stands'; exit 99; }
        (exec 3<>/dev/tcp/10.12.7.40/22) 2>&1 | grep -o 'Network is unreachable' | head -1
        python3 - <<'PYTHON'
        import socket
        def told(call):
            try: call(); print('SENT')
            except OSError as refused: print(refused.errno)
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        told(lambda: socket.create_connection(('10.12.4.50', 5000), 1))
        told(lambda: udp.sendto(b'x', ('10.12.4.51', 9)))
        told(lambda: udp.sendmsg([b'x'], [], 0, ('10.12.4.52', 9)))
        told(lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b'x', ('::ffff:10.12.4.53', 9)))
        here = socket.create_server(('127.0.0.1', 0))
        with socket.create_connection(here.getsockname()) as away:
            away.sendall(b'here'); print(here.accept()[0].recv(4).decode())
        PYTHON
        """;

    private const string Unreachable = "Network is unreachable\n101\n101\n101\n101\nhere\n";

    [TestCase("cat {0} | bash")]
    [TestCase(". {0}")]
    [TestCase("bash <<< \"$(cat {0})\"")]
    public async Task What_is_not_read_before_reaches_nothing_outside(string typed)
    {
        if (!CanAsk())
            Assert.Ignore("this kernel has no seccomp user notification (Linux 5.5 and later)");
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"reaches-out-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(file, Script.Replace("FILTERS", Filters(), StringComparison.Ordinal));
        var ran = await TwinRun.Of(
            [],
            [
                "bash",
                "-c",
                string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, file)
                    + "; source ~/admin-openrc; curl -sf \"$OS_AUTH_URL\" | head -c 11",
            ]
        );
        ran.Output.Should().Be(Unreachable + "{\"version\":", ran.Error);
        ran.Error.Should()
            .MatchRegex(
                @"acceptance twin run: bash \(process \d+\) wanted 10\.12\.7\.40 port 22: "
                    + "nothing leaves this machine from a twin's world, so its network is unreachable; "
                    + @"the twin has the runbooks' 10\.12 as 127\.\d+\.\n"
            )
            .And.MatchRegex(@"python3 \(process \d+\) wanted 10\.12\.4\.53 port 9");
        File.Delete(file);
    }

    private static string Filters() =>
        File.ReadLines("/proc/self/status")
            .Where(line => line.StartsWith("Seccomp_filters:", StringComparison.Ordinal))
            .Select(line => line.Split('\t')[1])
            .FirstOrDefault("0");

    /// <summary>A service of this machine is asked by nobody but the twin's own programs of that name.</summary>
    [Test]
    public async Task The_machines_own_services_do_not_answer()
    {
        var ran = await TwinRun.Of(
            [],
            [
                "python3",
                "-c",
                "import socket\nfor path in ('/run/systemd/private', '/var/run/docker.sock'):\n"
                    + " try: socket.socket(socket.AF_UNIX).connect(path); print('REACHED')\n"
                    + " except OSError as refused: print(refused.errno)",
            ]
        );
        if (!ran.Error.Contains("wanted", StringComparison.Ordinal) && !CanAsk())
            Assert.Ignore("this kernel has no seccomp user notification (Linux 5.5 and later)");
        ran.Output.Should().Be("111\n111\n", ran.Error);
        ran.Error.Should()
            .Contain(
                "wanted /run/systemd/private: that is a service of this machine and none of the twin's, "
                    + "so it does not answer"
            );
    }

    [TestCase("0200 01bb 7f0c0432", null)]
    [TestCase("0200 01bb 0a0c0432", "10.12.4.50 port 443")]
    [TestCase("0200 0016 00000000", null)]
    [TestCase("0a00 0016 00000000 fe80000000000000000000000000000a 00000000", "fe80::a port 22")]
    [TestCase("0100 2f72756e2f6e7363642f736f636b657400", null)]
    [TestCase("0100 2f7661722f72756e2f6c6962766972742f6c6962766972742d736f636b00ff", "/var/run/libvirt/libvirt-sock")]
    [TestCase("0100 2f746d702f2e2e2f72756e2f782f7300", "/tmp/../run/x/s")]
    [TestCase("0100 00406e616d65", "@@name")]
    [TestCase("0100", null)]
    public void An_address_of_the_kernel_is_read(string hexadecimal, string? forbidden)
    {
        var home = Directory.CreateTempSubdirectory("fence-").FullName;
        var read = AskedAddress.Forbidden(
            Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal)),
            new FencedWorld([home]),
            Environment.ProcessId
        );
        Directory.Delete(home);
        (read?.Where).Should().Be(forbidden);
    }

    /// <summary>Where a client from a snap forbids the fence, the shell itself reads each command.</summary>
    [TestCase(
        "echo begun; where=10.12.7.40; echo never",
        2,
        "begun\n",
        "\"where=10.12.7.40\" names 10.12.7.40, an address of the real cloud"
    )]
    [TestCase("reach() { true ubuntu@10.12.7.40; }; reach; echo never", 2, "", "names 10.12.7.40, an")]
    [TestCase("echo 10.120.1.1 110.12.3.4; echo 127.12.7.40", 0, "10.120.1.1 110.12.3.4\n127.12.7.40\n", "")]
    public async Task Without_a_fence_the_shell_reads_before_it_runs(
        string script,
        int exit,
        string output,
        string says
    )
    {
        var home = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"reads-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["BASH_ENV"] = ReadBefore.Write(home, "12");
        using var shell = Process.Start(start)!;
        var ran = await TwinRun.End(shell, script + "\n");
        (ran.Exit, ran.Output).Should().Be((exit, output), ran.Error);
        if (says.Length > 0)
            ran.Error.Should().Contain(says);
        else
            ran.Error.Should().BeEmpty();
        Directory.Delete(home, recursive: true);
    }

    private static bool CanAsk() =>
        File.Exists(Actions) && File.ReadAllText(Actions).Contains("user_notif", StringComparison.Ordinal);
}
