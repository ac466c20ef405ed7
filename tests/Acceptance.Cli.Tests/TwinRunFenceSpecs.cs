using System.Diagnostics;
using System.Net.Sockets;
using Acceptance.Cli.Twins.Fence;

namespace Acceptance.Cli.Tests;

/// <summary>What CMD may not do, no program of the twin does for it.</summary>
public sealed class TwinRunFenceSpecs
{
    private const string Writes = """
        source ~/capi-mgmt-net.env
        guest=ubuntu@$MGMT_FIP
        touch OUTSIDE/plain 2>/dev/null && exit 99
        juju export-bundle --filename OUTSIDE/bundle; echo $?
        juju status -o OUTSIDE/status; echo $?
        scp $guest:/etc/hostname OUTSIDE/scp; echo $?
        ssh -o StrictHostKeyChecking=no -o UserKnownHostsFile=OUTSIDE/hosts $guest true </dev/null; echo $?
        (cd ~/.twin/hosts/guest-*/home/ubuntu && ln -s OUTSIDE/link link) || exit 98
        echo x > note; scp note $guest:link; echo $?
        ln -s OUTSIDE ~/.twin/hosts/jumphost/etc/link
        TWIN_SUDO=1 touch /etc/link/made/file; echo $?
        juju export-bundle --filename here; test -s here && echo here
        """;

    private string _outside = "";

    /// <summary>Neither a home of a twin's nor a temporary folder.</summary>
    [SetUp]
    public void Open()
    {
        if (!Containment.IsKnown)
            Assert.Ignore("this kernel has no Landlock (Linux 5.13 and later)");
        _outside = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"outside-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_outside);
    }

    [TearDown]
    public void Close()
    {
        if (_outside.Length > 0)
            Directory.Delete(_outside, recursive: true);
    }

    [Test]
    public async Task No_persona_writes_where_its_caller_may_not()
    {
        var ran = await RanProgram.Of([
            "twin",
            "run",
            "--",
            "bash",
            "-c",
            Writes.Replace("OUTSIDE", _outside, StringComparison.Ordinal),
        ]);

        Directory.EnumerateFileSystemEntries(_outside).Should().BeEmpty(ran.Output + ran.Error);
        ran.Output.Should().Be("1\n1\n1\n0\n1\n1\nBundle successfully exported to here\nhere\n", ran.Error);
        ran.Error.Should()
            .Contain($"ERROR open {_outside}/bundle: permission denied\n")
            .And.Contain($"scp: dest open \"{_outside}/scp\": Permission denied\n")
            .And.Contain($"Failed to add the host to the list of known hosts ({_outside}/hosts).");
    }

    /// <summary>What the twin itself writes beneath its home follows no link out of it.</summary>
    [Test]
    public async Task No_link_leads_the_twin_out_of_its_home()
    {
        const string script = """
            juju ssh vault/0 -- hostname </dev/null >/dev/null; cd ~/.twin/hosts
            first=$(ls -d */ | grep -v -e jumphost -e guest | head -1)
            ln -sf OUTSIDE/live "$first/proc/loadavg"; rm -rf "$first/etc"; ln -s OUTSIDE "$first/etc"
            juju ssh vault/0 -- hostname </dev/null >/dev/null
            for host in 0 1 2 3; do [ -e $host ] || ln -s OUTSIDE $host; done
            juju ssh 3 -- hostname </dev/null; echo $?
            """;
        var ran = await RanProgram.Of([
            "twin",
            "run",
            "--",
            "bash",
            "-c",
            script.Replace("OUTSIDE", _outside, StringComparison.Ordinal),
        ]);
        Directory.EnumerateFileSystemEntries(_outside).Should().BeEmpty(ran.Output + ran.Error);
        ran.Output.Should().Be("64\n", ran.Error);
    }

    /// <summary>Each asks the kernel by itself: no persona stands between.</summary>
    private const string Changes = """
        import os, socket, subprocess, sys, threading
        def told(name, call):
            try: call(); print(name, 'DONE')
            except OSError as refused: print(name, refused.strerror)
        out = 'OUTSIDE'; kept = out + '/kept'; home = os.environ['HOME']
        os.symlink(out, home + '/way')
        told('chmod', lambda: os.chmod(kept, 0o777))
        told('chmod by a link', lambda: os.chmod(home + '/way/kept', 0o777))
        told('chmod by //', lambda: os.chmod('/' + kept, 0o777))
        told('chmod by the root', lambda: os.chmod('/proc/self/root' + kept, 0o777))
        told('chmod from there', lambda: (os.chdir(out), os.chmod('kept', 0o777)))
        told('fchmod', lambda: os.fchmod(os.open(kept, os.O_RDONLY), 0o777))
        told('fchmodat', lambda: os.chmod('kept', 0o777, dir_fd=os.open(out, os.O_RDONLY)))
        told('chown', lambda: os.chown(kept, os.getuid(), os.getgid()))
        told('lchown', lambda: os.lchown(kept, os.getuid(), os.getgid()))
        told('utime', lambda: os.utime(kept, (1, 1)))
        told('setxattr', lambda: os.setxattr(kept, 'user.x', b'x'))
        told('removexattr', lambda: os.removexattr(kept, 'user.y'))
        told('what is not there', lambda: os.chmod(out + '/none', 0o777))
        os.chdir(home); open('own', 'w').close()
        told('own', lambda: (os.chmod('own', 0o700), os.utime('own', (1, 1)), os.chown('own', os.getuid(), -1)))
        told('kill', lambda: os.kill(BYSTANDER, 15))
        told('pidfd', lambda: __import__('signal').pidfd_send_signal(os.pidfd_open(BYSTANDER), 15))
        child = subprocess.Popen(['/usr/bin/tail', '-f', '/dev/null'])
        told('own child', lambda: (child.terminate(), child.wait()))
        """;

    [Test]
    public async Task No_file_outside_changes_its_record_and_no_process_outside_is_ended()
    {
        NeedsPython();
        var kept = Path.Combine(_outside, "kept");
        await File.WriteAllTextAsync(kept, "");
        File.SetUnixFileMode(kept, UnixFileMode.UserRead);
        using var bystander = Process.Start("tail", ["-f", "/dev/null"]);
        var ran = await Python(
            Changes.Replace("OUTSIDE", _outside, StringComparison.Ordinal).Replace("BYSTANDER", $"{bystander.Id}")
        );

        string[] lines = ran.Output.TrimEnd().Split('\n');
        lines.Where(line => !line.EndsWith("DONE", StringComparison.Ordinal)).Should().HaveCount(15, ran.Output);
        lines.Should().Contain("what is not there No such file or directory").And.Contain("own DONE");
        lines.Should().Contain("kill Operation not permitted").And.Contain("own child DONE");
        File.GetUnixFileMode(kept).Should().Be(UnixFileMode.UserRead);
        bystander.HasExited.Should().BeFalse();
        bystander.Kill();
    }

    /// <summary>A socket that was there before is the user's, by whatever path it is named.</summary>
    [Test]
    public async Task No_socket_of_the_machine_answers_by_any_path()
    {
        NeedsPython();
        var place = Environment.UserName == "root" ? "/run" : Environment.GetEnvironmentVariable("HOME")!;
        var run = Directory.CreateDirectory($"{place}/fence-{Guid.NewGuid().ToString("N")[..8]}").FullName;
        using var service = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        service.Bind(new UnixDomainSocketEndPoint($"{run}/s"));
        service.Listen();
        using var before = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        before.Bind(new UnixDomainSocketEndPoint($"/tmp/acceptance-{Path.GetFileName(run)}"));
        before.Listen();
        using var nameless = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        nameless.Bind(new UnixDomainSocketEndPoint($"\0{Path.GetFileName(run)}"));
        nameless.Listen();
        try
        {
            var ran = await Python(Reaches.Replace("RUN", run, StringComparison.Ordinal));
            ran.Output.Should().Be(string.Concat(Enumerable.Repeat("refused\n", 9)) + "own\nown\n", ran.Error);
        }
        finally
        {
            Directory.Delete(run, recursive: true);
            File.Delete($"/tmp/acceptance-{Path.GetFileName(run)}");
        }
    }

    [Test]
    public async Task What_clears_its_environment_and_leaves_its_session_ends_too()
    {
        var ran = await RanProgram.Of([
            "twin",
            "run",
            "--",
            "bash",
            "-c",
            "(setsid env -i bash -c 'echo $$ >left; exec tail -f /dev/null >/dev/null 2>&1' &); "
                + "until [ -s left ]; do :; done; cat left",
        ]);
        ran.Output.Should().MatchRegex("^[0-9]+\n$", ran.Error);
        // Ended, if nobody has taken notice yet.
        var words = $"/proc/{ran.Output.Trim()}/cmdline";
        (File.Exists(words) ? await File.ReadAllTextAsync(words) : "").Should().BeEmpty("it ended with the run");
    }

    private const string Reaches = """
        import os, socket
        home = os.environ['HOME']; name = 'RUN'.split('/')[-1]
        os.symlink('RUN', home + '/way'); os.symlink('RUN/s', '/tmp/' + name + '-link')
        def told(path):
            try: socket.socket(socket.AF_UNIX).connect(path); print('REACHED', path)
            except OSError: print('refused')
        for path in ['RUN/s', '/' + 'RUN/s', '/.' + 'RUN/s', '/proc/self/rootRUN/s', '/proc/thread-self/rootRUN/s',
            home + '/way/s', '/tmp/' + name + '-link', '/tmp/acceptance-' + name, chr(0) + name]: told(path)
        os.unlink('/tmp/' + name + '-link')
        for own in [home + '/s', '/tmp/' + name + '-own']:
            here = socket.socket(socket.AF_UNIX); here.bind(own); here.listen()
            socket.socket(socket.AF_UNIX).connect(own); print('own'); os.unlink(own)
        """;

    private static Task<Ran> Python(string script) => RanProgram.Of(["twin", "run", "--", "python3", "-c", script]);

    private static void NeedsPython()
    {
        if (!new[] { "/usr/bin/python3", "/bin/python3", "/usr/local/bin/python3" }.Any(File.Exists))
            Assert.Ignore("this test asks the kernel through python3");
    }

    private const string Signals = """
        import os, signal, subprocess, threading
        def told(name, call):
            try: call(); print(name, 'DONE')
            except OSError as refused: print(name, refused.strerror)
        told('kill', lambda: os.kill(BYSTANDER, 15))
        told('pidfd', lambda: signal.pidfd_send_signal(os.pidfd_open(BYSTANDER), 15))
        told('everybody', lambda: os.kill(-1, 0))
        told('group', lambda: os.kill(0, 0))
        told('nobody', lambda: os.kill(2 ** 30, 15))
        told('urgent', lambda: signal.pthread_kill(threading.main_thread().ident, signal.SIGURG))
        child = subprocess.Popen(['/usr/bin/tail', '-f', '/dev/null'], start_new_session=True)
        told('own child', lambda: (os.killpg(child.pid, 15), child.wait()))
        """;

    /// <summary>Below Linux 6.12 no kernel holds signals by itself: there they ask, as everything else does.</summary>
    [Test]
    public async Task Where_the_kernel_does_not_hold_signals_they_ask()
    {
        NeedsPython();
        using var bystander = Process.Start("tail", ["-f", "/dev/null"]);
        using var python = Fenced(Signals.Replace("BYSTANDER", $"{bystander.Id}", StringComparison.Ordinal));
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        output
            .Should()
            .Be(
                "kill Operation not permitted\npidfd Operation not permitted\neverybody Operation not permitted\n"
                    + "group Operation not permitted\nnobody No such process\nurgent DONE\nown child DONE\n"
            );
        bystander.HasExited.Should().BeFalse();
        bystander.Kill();
    }

    /// <summary>Behind the second fence alone, by a thread that is spent for it.</summary>
    private Process Fenced(string script)
    {
        var mark = LimitMark.Draw()!;
        var world = new FencedWorld([_outside]) { Mark = mark };
        Process? started = null;
        var thread = new Thread(() =>
        {
            if (LoopbackFence.Enter(keepsPrivileges: false, signals: true) is not { } listener)
                return;
            FenceWatch.Over(listener, world, _ => { });
            var start = new ProcessStartInfo("python3", ["-c", script]) { RedirectStandardOutput = true };
            started = mark.On(() => Process.Start(start)!);
        });
        thread.Start();
        thread.Join();
        if (started is null)
            Assert.Ignore("this kernel has no seccomp user notification (Linux 5.5 and later)");
        return started;
    }
}
