namespace Acceptance.Cli.Tests;

/// <summary>`acceptance twin run -- CMD`: CMD's world, and what is left of it.</summary>
public sealed class TwinRunSpecs
{
    [Test]
    public async Task The_exit_code_and_the_streams_are_those_of_the_command()
    {
        var ran = await RanProgram.Of(
            ["twin", "run", "--", "bash", "-c", "read -r line; echo \"heard $line\"; echo aside >&2; exit 7"],
            "a word\n"
        );
        ran.Exit.Should().Be(7);
        ran.Output.Should().Be("heard a word\n");
        ran.Error.Should().EndWith("aside\n");
    }

    [Test]
    public async Task Its_environment_is_built_from_nothing_and_its_home_goes_with_it()
    {
        var ran = await RanProgram.Of(
            [
                "twin",
                "run",
                "--",
                "bash",
                "-c",
                "env; for file in admin-openrc capi-mgmt.kubeconfig capi-mgmt-net.env capi-test-1/config "
                    + "capi-test-1-kc/config .ssh/id_ed25519 .curlrc; do test -s ~/$file || echo lacks $file; done",
            ],
            null,
            ("OS_PROJECT_ID", "from-outside"),
            ("KUBECONFIG", "/from/outside"),
            ("https_proxy", "http://outside:3128"),
            ("TERM", "vt100")
        );
        ran.Exit.Should().Be(0);
        ran.Output.Should()
            .NotContainAny("OS_", "KUBECONFIG=", "_proxy", "outside", "lacks")
            .And.Contain("TERM=vt100\n")
            .And.Contain("SHELL=/");
        var home = ran.Output.Split('\n').Single(line => line.StartsWith("HOME=", StringComparison.Ordinal))[5..];
        home.Should()
            .StartWith(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/acceptance-twins/");
        ran.Output.Should().Contain($"\nPATH={home}/bin:").And.Contain($"PWD={home}\n");
        Directory.Exists(home).Should().BeFalse();
    }

    [TestCase("no-such-program", 127, "acceptance twin run: no-such-program: not found on the PATH")]
    [TestCase("/etc/hostname", 126, "acceptance twin run: /etc/hostname cannot be started: ")]
    public async Task A_command_that_cannot_be_started_is_told_as_a_shell_tells_it(
        string command,
        int exit,
        string says
    )
    {
        var ran = await RanProgram.Of(["twin", "run", "--", command]);
        ran.Exit.Should().Be(exit);
        ran.Error.Should().Contain(says);
    }

    [Test]
    public async Task Without_a_command_it_is_wrong_usage()
    {
        var ran = await Ran.Of(["twin", "run"]);
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Error.Should()
            .StartWith("acceptance twin run: found no command; allowed: `acceptance twin run -- CMD ...`");
    }
}
