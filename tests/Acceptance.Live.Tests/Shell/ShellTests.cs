using Acceptance.Cloud;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Sites;
using Acceptance.Live.Tests.Commands;

namespace Acceptance.Live.Tests.Shell;

public sealed class ShellTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Words_arrive_as_they_were_given()
    {
        using var programs = new ProgramFolder().With("say", """for word in "$@"; do echo "<$word>"; done""");
        var answer = await programs
            .Shell()
            .Run(new ProgramCall(Made.Program("say", "two words", "a'b", "$HOME", "*", "")) { Within = Ample });
        answer.Value().Output.Should().Be("<two words>\n<a'b>\n<$HOME>\n<*>\n<>\n");
        answer.Evidence.Asked.ToString().Should().StartWith("say 'two words' 'a'\\''b' '$HOME' '*' ''");
    }

    [Test]
    public async Task Input_is_at_its_end_unless_something_is_given()
    {
        using var programs = new ProgramFolder().With("reads", "cat; echo .");
        (await programs.Shell().Run(new ProgramCall(Made.Program("reads")) { Within = Ample }))
            .Value()
            .Output.Should()
            .Be(".\n");
        (await programs.Shell().Run(new ProgramCall(Made.Program("reads")) { Within = Ample, Input = "given" }))
            .Value()
            .Output.Should()
            .Be("given.\n");
    }

    [Test]
    public async Task What_would_aim_a_program_at_another_cloud_does_not_reach_it()
    {
        string[] foreign =
        [
            "OS_CLOUD",
            "OS_PASSWORD",
            "https_proxy",
            "NO_PROXY",
            "JUJU_MODEL",
            "KUBECONFIG",
            "VAULT_TOKEN",
            "BASH_ENV",
        ];
        foreach (var name in foreign)
            Environment.SetEnvironmentVariable(name, "other");
        try
        {
            using var programs = new ProgramFolder().With("environment", "env");
            var lines = (await programs.Shell().Run(new ProgramCall(Made.Program("environment")) { Within = Ample }))
                .Value()
                .Output.Split('\n');
            lines.Select(line => line.Split('=')[0]).Should().NotContain(foreign);
            lines
                .Should()
                .Contain($"HOME={programs.Folder}")
                .And.Contain("TZ=UTC")
                .And.Contain(line => line.StartsWith($"PATH={programs.Folder}:"));
        }
        finally
        {
            foreach (var name in foreign)
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Test]
    public async Task A_program_that_is_not_there_is_said_to_be_not_installed()
    {
        using var programs = new ProgramFolder();
        var unread = (
            await programs.Shell().Run(new ProgramCall(Made.Program("no-such-program")) { Within = Ample })
        ).Unread(Unreadable.NotOursToRead);
        unread
            .Sentence.ToString()
            .Should()
            .StartWith("no-such-program is not installed")
            .And.Contain(programs.Folder)
            .And.Contain("jumphost.path");
    }

    [Test]
    public async Task The_exit_code_is_part_of_the_answer_and_a_failure_to_who_wants_none()
    {
        using var programs = new ProgramFolder().With("fails", "echo first >&2; echo 'the reason' >&2; exit 3");
        var call = new ProgramCall(Made.Program("fails")) { Within = Ample };
        (await programs.Shell().Run(call)).Value().Exit.Should().Be(3);
        (await programs.Shell().RunWell(call))
            .Unread(Unreadable.Failed)
            .Sentence.ToString()
            .Should()
            .Be("fails ended with exit 3: the reason");
    }

    [Test]
    public async Task What_a_twin_does_not_emulate_proves_nothing()
    {
        using var programs = new ProgramFolder().With("persona", "echo 'persona frob: not emulated' >&2; exit 64");
        (await programs.Shell().RunWell(new ProgramCall(Made.Program("persona", "frob")) { Within = Ample })).Unread(
            Unreadable.NotEmulated
        );
    }

    [Test]
    public async Task At_the_deadline_the_whole_tree_ends_even_a_child_whose_parent_has_gone()
    {
        using var programs = new ProgramFolder().With(
            "hangs",
            """(exec sleep 987) & echo $! > "$HOME/child"; (exec sleep 987) & (sleep 0.1; exec sleep 987) & disown -a; exit 0"""
        );
        var unread = (
            await programs.Shell().Run(new ProgramCall(Made.Program("hangs")) { Within = TimeSpan.FromSeconds(1) })
        ).Unread(Unreadable.TimedOut);
        unread
            .Sentence.ToString()
            .Should()
            .Be(
                "hangs had not ended after 1 s and was killed with all it had started; "
                    + "run it by hand to see what it waits for, or allow it longer in the site's deadlines."
            );
        var child = File.ReadAllText(Path.Combine(programs.Folder, "child")).Trim();
        IsRunning(child).Should().BeFalse();
    }

    [Test]
    public async Task Output_without_end_is_no_answer()
    {
        using var programs = new ProgramFolder().With("floods", "head -c 9000000 /dev/zero");
        (await programs.Shell().Run(new ProgramCall(Made.Program("floods")) { Within = Ample }))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Contain("more than 8 MiB");
    }

    [Test]
    public async Task What_the_gate_refuses_is_not_started()
    {
        using var programs = new ProgramFolder { Gate = new(_ => "this run may only observe") }.With(
            "touches",
            """touch "$HOME/touched" """
        );
        var unread = (await programs.Shell().Run(new ProgramCall(Made.Program("touches")) { Within = Ample })).Unread(
            Unreadable.NotPermitted
        );
        unread.Sentence.ToString().Should().Be("this run may only observe");
        File.Exists(Path.Combine(programs.Folder, "touched")).Should().BeFalse();
    }

    [Test]
    public async Task The_gate_sees_the_words_and_how_they_ended()
    {
        using var programs = new ProgramFolder().With("does", "exit 2");
        await programs.Shell().Run(new ProgramCall(Made.Program("does", "it")) { Within = Ample });
        programs
            .Gate.Asked.Should()
            .ContainSingle()
            .Which.Should()
            .BeOfType<Intent.Argv>()
            .Which.Words.Should()
            .Equal("does", "it");
        programs.Gate.Endings.Should().ContainSingle().Which.Outcome.Should().Be("exit 2");
    }

    [Test]
    public async Task A_jumphost_elsewhere_is_reached_by_ssh_and_the_gate_sees_the_words_within()
    {
        using var programs = new ProgramFolder().With("ssh", """printf '%s\n' "$@" """);
        var shell = programs.Shell(
            new SiteJumphost
            {
                Address = "127.0.0.9",
                User = "ops",
                Path = ["/snap/bin"],
            }
        );
        var lines = (await shell.Run(new ProgramCall(Made.Program("juju", "status", "two words")) { Within = Ample }))
            .Value()
            .Output.Split('\n');
        lines.Should().Contain("ops@127.0.0.9").And.Contain("BatchMode=yes");
        lines.Should().Contain(line => line.EndsWith("PATH=/snap/bin:\"$PATH\" juju status 'two words'"));
        programs.Gate.Asked.Should().ContainSingle().Which.ToString().Should().Be("juju status two words");
    }

    [Test]
    public async Task Secrets_do_not_show_in_evidence()
    {
        using var programs = new ProgramFolder().With(
            "leaks",
            "echo 'password: hunter22'; echo 'and s3cr3t-token again'"
        );
        programs.Redaction.Learn("s3cr3t-token");
        var reading = await programs.Shell().Run(new ProgramCall(Made.Program("leaks")) { Within = Ample });
        reading.Evidence.Excerpt.ToString().Should().Be("password: REDACTED\nand REDACTED again");
    }

    private static bool IsRunning(string id)
    {
        var stat = $"/proc/{id}/stat";
        try
        {
            // A zombie that nobody has reaped yet runs no more.
            return File.Exists(stat) && File.ReadAllText(stat).Split(')')[1].Trim()[0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
