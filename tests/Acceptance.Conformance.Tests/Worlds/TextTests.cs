using System.Net;
using System.Net.Sockets;
using Acceptance.Cli.Twins.Running;

namespace Acceptance.Conformance.Tests.Worlds;

/// <summary>
/// What a command's texts name is read before it runs: the real cloud is refused or rewritten, placeholders are
/// filled, each change is listed.
/// </summary>
public sealed class TextTests
{
    private const string Says =
        "an address of the real cloud; allowed: its addresses as the twin has them, 127.12 for 10.12. "
        + "With --rewrite it is read so, and each change is listed.";

    private string _script = "";

    [SetUp]
    public async Task Write()
    {
        _script = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"block-{Guid.NewGuid():N}.sh");
        await File.WriteAllTextAsync(_script, "# 10.12.4.0/22\necho 10.12.7.40 <LB-ID> 10.120.1.1 110.12.3.4\n");
    }

    [TearDown]
    public void Delete() => File.Delete(_script);

    [Test]
    public async Task A_block_with_the_real_clouds_addresses_is_refused()
    {
        var ran = await TwinRun.Of([], ["bash", _script]);
        (ran.Exit, ran.Output).Should().Be((2, ""));
        ran.Error.Should().Be($"acceptance twin run: {_script}, line 1, names 10.12.4.0/22, {Says}\n");
    }

    [Test]
    public async Task So_is_a_word_and_a_redirected_script()
    {
        (await TwinRun.Of([], ["ssh", "ubuntu@10.12.7.40"]))
            .Error.Should()
            .Be($"acceptance twin run: 'ubuntu@10.12.7.40' names 10.12.7.40, {Says}\n");
        (await TwinRun.Of([], ["bash", "-c", "curl http://10.12.4.50/"]))
            .Error.Should()
            .Be($"acceptance twin run: the text after -c names 10.12.4.50/, {Says}\n");
        using var shell = TwinRun.Start(
            "bash",
            [
                "-c",
                $"exec dotnet \"$0\" twin run -- bash <{_script}",
                typeof(Acceptance.Cli.CommandLine).Assembly.Location,
            ]
        );
        (await TwinRun.End(shell))
            .Error.Should()
            .Be($"acceptance twin run: standard input, line 1, names 10.12.4.0/22, {Says}\n");
    }

    [Test]
    public async Task Rewritten_it_names_the_twin_and_each_change_is_listed()
    {
        var ran = await TwinRun.Of(["--rewrite"], ["bash", _script]);
        ran.Exit.Should().Be(0, ran.Error);
        ran.Output.Should()
            .MatchRegex(@"^127\.\d+\.7\.40 0f968008-8429-4ac3-8b82-452e126982cf 10\.120\.1\.1 110\.12\.3\.4\n$");
        ran.Error.Should()
            .Contain($"acceptance twin run: {_script} as it runs here:\n")
            .And.MatchRegex(@"line 1: 10\.12\.4\.0/22 -> 127\.\d+\.4\.0/22 \(the twin's address block\)\n")
            .And.MatchRegex(@"line 2: 10\.12\.7\.40 -> 127\.\d+\.7\.40 \(the twin's address block\)\n")
            .And.Contain("line 2: <LB-ID> -> 0f968008-8429-4ac3-8b82-452e126982cf (a placeholder");
    }

    [Test]
    public async Task A_placeholder_is_filled_as_the_user_wants()
    {
        var ran = await TwinRun.Of(["--fill", "LB-ID=mine"], ["bash", "-c", "echo '<LB-ID>' '<SERVER-UUID>'"]);
        ran.Output.Should().Be("mine <SERVER-UUID>\n");
    }

    [Test]
    public async Task A_taken_block_is_named_with_who_holds_it()
    {
        var (ran, rewritten) = await WhileHeld();
        ran.Exit.Should().Be(2);
        ran.Error.Should()
            .MatchRegex(@"127\.12 is held by (process \d+ \(.+\)|a process of another user); this twin has 127\.\d+")
            .And.MatchRegex(
                @"the text after -c names 127\.12\.4\.50, and 127\.12 is held by .+: "
                    + @"with --rewrite it is read so; or end that process and repeat the command\.\n$"
            );
        rewritten.Output.Should().MatchRegex(@"^127\.(1[3-9]|[2-9]\d)\.4\.50\n$");
    }

    /// <summary>
    /// Both runs while somebody holds 127.12: a twin of ours, or whoever was faster. The faster one may end before the
    /// runs do; then the next twin of ours holds it.
    /// </summary>
    private static async Task<(TwinRun Refused, TwinRun Rewritten)> WhileHeld()
    {
        for (var tries = 1; ; tries++)
        {
            await using var holder = Acceptance.Cloud.Twin.Twin.Start(
                new() { HomesUnder = TestContext.CurrentContext.WorkDirectory }
            );
            var refused = await TwinRun.Of([], ["bash", "-c", "echo 127.12.4.50"]);
            var rewritten = await TwinRun.Of(["--rewrite"], ["bash", "-c", "echo 127.12.4.50"]);
            var held = refused.Exit == 2 && !rewritten.Output.StartsWith("127.12.");
            if (held || holder.Block == 12 || tries == 5)
                return (refused, rewritten);
        }
    }

    [Test]
    public void A_program_that_is_no_twin_is_named_with_its_address()
    {
        // A block of a test's own, which no twin takes: they are given out from 12 upwards.
        using var foreign = new TcpListener(IPAddress.Parse("127.251.4.50"), 0);
        foreign.Start();
        BlockHolder
            .Of(251)
            .Should()
            .MatchRegex(
                $@"^127\.251 is held by process {Environment.ProcessId} \(.+\), which listens on 127\.251\.4\.50:"
                    + $"{((IPEndPoint)foreign.LocalEndpoint).Port}$"
            );
    }
}
