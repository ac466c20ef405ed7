using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Live.Hosts;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;
using Acceptance.Live.Tests.Commands;
using Acceptance.Live.Tests.Shell;

namespace Acceptance.Live.Tests.Hosts;

public sealed class RemoteShellTests
{
    private static readonly SshHost Vm = new("capi-mgmt-v2", "ubuntu", "127.12.7.40");

    [Test]
    public async Task A_line_on_the_jumphost_runs_in_bash_with_its_exit_as_answer()
    {
        using var programs = new ProgramFolder();
        var answer = (
            await Shell(programs).OnJumphost(Made.Script("echo out | tr a-z A-Z; echo err >&2; exit 7"))
        ).Value();
        answer.Should().Be(new ShellAnswer(7, "OUT\n", "err\n"));
    }

    [Test]
    public async Task Another_host_is_reached_with_the_sites_key_and_no_prompt()
    {
        using var programs = new ProgramFolder().With(
            "ssh",
            """printf '%s\n' "$@"; echo "Warning: Permanently added '127.12.7.40' (ED25519) to the list of known hosts." >&2; exit 3"""
        );
        var answer = (await Shell(programs).On(Vm, Made.Script("uptime; exit 3"))).Value();
        (answer.Exit, answer.Stderr).Should().Be((3, ""));
        answer
            .Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .Equal(
                "-i",
                Path.Combine(programs.Folder, "key"),
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "ConnectTimeout=10",
                "--",
                "ubuntu@127.12.7.40",
                "uptime; exit 3"
            );
    }

    [TestCase("ssh-refused", Unreadable.Refused)]
    [TestCase("ssh-permission-denied", Unreadable.Unauthorised)]
    [TestCase("ssh-connect-timeout", Unreadable.Unreachable)]
    [TestCase("ssh-name-unknown", Unreadable.Unreachable)]
    [TestCase("ssh-no-route", Unreadable.Unreachable)]
    [TestCase("ssh-banner-timeout", Unreadable.Unreachable)]
    [TestCase("ssh-reset-before-banner", Unreadable.Refused)]
    [TestCase("ssh-closed-before-banner", Unreadable.Refused)]
    [TestCase("ssh-key-too-open", Unreadable.Unauthorised)]
    public async Task What_ssh_itself_says_is_told_apart(string capture, Unreadable why)
    {
        var said = (string)Captures.Read("host-tools", capture)["stderr"]!;
        using var programs = new ProgramFolder().With("ssh", $"cat >&2 <<'END'\n{said}\nEND\nexit 255");
        (await Shell(programs).On(Vm, Made.Script("true")))
            .Unread(why)
            .Sentence.ToString()
            .Should()
            .StartWith("ssh to capi-mgmt-v2 (127.12.7.40) failed: ");
    }

    [Test]
    public async Task An_exit_255_of_the_command_itself_is_an_answer()
    {
        using var programs = new ProgramFolder().With("ssh", "exit 255");
        (await Shell(programs).On(Vm, Made.Script("exit 255"))).Value().Exit.Should().Be(255);
    }

    [Test]
    public async Task Without_a_key_no_host_is_asked()
    {
        using var programs = new ProgramFolder();
        var shell = new RemoteShell(
            programs.Shell(),
            new CredentialFiles(new SiteCredentials(), programs.Folder),
            new Deadlines()
        );
        (await shell.On(Vm, Made.Script("true")))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain("credentials.sshKey");
        programs.Gate.Asked.Should().BeEmpty();
    }

    private static RemoteShell Shell(ProgramFolder programs)
    {
        File.WriteAllText(Path.Combine(programs.Folder, "key"), "a key");
        return new RemoteShell(
            programs.Shell(),
            new CredentialFiles(new SiteCredentials { SshKey = "key" }, programs.Folder),
            new Deadlines()
        );
    }
}
