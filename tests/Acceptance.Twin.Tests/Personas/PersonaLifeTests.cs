using System.Diagnostics;

namespace Acceptance.Twin.Tests.Personas;

/// <summary>Personas are real processes: they must end when their world, their caller or their input does.</summary>
[TestFixture]
public sealed class PersonaLifeTests
{
    [Test]
    public async Task A_persona_whose_twin_goes_ends_with_one_sentence()
    {
        var shell = new OperatorShell();
        shell.Twin.Faults.Inject("juju-hangs");
        using var juju = shell.Start("juju status");
        juju.StandardInput.Close();
        await Until(() => HasCalled(juju.Id));

        await shell.DisposeAsync();
        await juju.WaitForExitAsync();

        juju.ExitCode.Should().Be(69);
        (await juju.StandardError.ReadToEndAsync())
            .Should()
            .Be("juju: the twin has gone: start it again (acceptance twin serve) and repeat the command\n");
    }

    [Test]
    public async Task A_killed_persona_leaves_nothing_running_and_its_call_is_recorded()
    {
        await using var shell = new OperatorShell();
        using var juju = shell.Start("exec juju ssh nova-compute/0 'echo $$; while :; do :; done'");
        var inner = int.Parse((await juju.StandardOutput.ReadLineAsync())!);
        Running(inner).Should().BeTrue();

        juju.Kill();
        await juju.WaitForExitAsync();

        await Until(() => !Running(inner));
        await Until(() => shell.Twin.World.Recorder.Entries.Any(entry => entry.Verb == "juju" && entry.Status == 137));
    }

    [Test]
    public async Task A_persona_dies_with_its_parent()
    {
        await using var shell = new OperatorShell();
        shell.Twin.Faults.Inject("juju-hangs");
        using var parent = shell.Start("juju status & echo $!; wait");
        var juju = int.Parse((await parent.StandardOutput.ReadLineAsync())!);

        await Until(() => HasCalled(juju));

        parent.Kill();

        await Until(() => !Running(juju));
    }

    [Test]
    public async Task A_hanging_juju_is_cut_by_timeout_and_the_clock_has_not_moved()
    {
        await using var shell = new OperatorShell();
        shell.Twin.Faults.Inject("juju-hangs");
        var before = shell.Twin.World.Now;

        (await shell.Run("timeout 0.3 juju status")).Exit.Should().Be(124);

        shell.Twin.World.Now.Should().Be(before);
    }

    [Test]
    public async Task A_megabyte_comes_through_whole()
    {
        await using var shell = new OperatorShell();

        var (exit, stdout, _) = await shell.Run(
            "juju ssh vault/0 'head -c 1500000 /dev/zero | tr \"\\0\" x' </dev/null | wc -c; "
                + "juju exec -u vault/0 -- 'head -c 1500000 /dev/zero | tr \"\\0\" y' 2>/dev/null | tr -d '\\n' | "
                + "wc -c"
        );

        (exit, stdout).Should().Be((0, "1500000\n1500000\n"));
    }

    [Test]
    public async Task A_file_is_copied_to_the_management_vm_and_read_there()
    {
        await using var shell = new OperatorShell();

        var (_, stdout, _) = await shell.Run(
            "source ~/capi-mgmt-net.env; echo carried > note; "
                + "scp -i ~/.ssh/id_ed25519 -o StrictHostKeyChecking=no note ubuntu@$MGMT_FIP:/home/ubuntu/note; "
                + "ssh -q -i ~/.ssh/id_ed25519 ubuntu@$MGMT_FIP cat /home/ubuntu/note </dev/null"
        );

        stdout.Should().Be("carried\n");
    }

    [Test]
    public async Task A_dark_api_takes_connections_and_answers_nothing()
    {
        await using var shell = new OperatorShell();
        const string ask =
            "set -a; . ./admin-openrc; curl -s -o /dev/null -w '%{http_code}' $OS_AUTH_URL; "
            + "h=${OS_AUTH_URL#https://}; h=${h%%/*}; timeout 5 bash -c \"exec 3<>/dev/tcp/${h%:*}/${h#*:}\" && "
            + "echo ' open'";
        (await shell.Run(ask)).Out.Should().Be("200 open\n");

        shell.Twin.Faults.Inject("vip-frontend-only");

        (await shell.Run(ask)).Out.Should().Be("000 open\n");
    }

    private static bool Running(int process) =>
        Directory.Exists($"/proc/{process}")
        && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    /// <summary>It has its line to the twin.</summary>
    private static bool HasCalled(int process) =>
        new DirectoryInfo($"/proc/{process}/fd")
            .EnumerateFileSystemInfos()
            .Any(open => open.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) ?? false);

    /// <summary>Yields until something outside of this process has happened; a minute is a failure.</summary>
    private static async Task Until(Func<bool> happened)
    {
#pragma warning disable RS0030 // Wall time: other processes end in it.
        var since = Stopwatch.GetTimestamp();
        while (!Safely(happened))
        {
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(1))
                Assert.Fail("a minute has passed and it has not happened");
            await Task.Yield();
        }
#pragma warning restore RS0030
    }

    private static bool Safely(Func<bool> happened)
    {
        try
        {
            return happened();
        }
        catch (IOException)
        {
            // A process that ends while its /proc is read.
            return false;
        }
    }
}
