using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Acceptance.StandIns.Tests.CliWrap;

/// <summary>Each process says that it is there before it is canceled, so nothing here waits on a clock.</summary>
public sealed class CancellationSpecs
{
    private static PipeTarget FirstLine(Action<string> seen) => PipeTarget.ToDelegate(seen);

    [Test]
    public async Task The_first_token_kills_the_process_and_its_descendants()
    {
        using var forceful = new CancellationTokenSource();
        var child = 0;

        var running = async () =>
            await Cli.Wrap("sh")
                .WithArguments(["-c", "trap '' INT; sleep 300 & echo $!; wait"])
                .WithStandardOutputPipe(
                    FirstLine(line =>
                    {
                        child = int.Parse(line);
                        forceful.Cancel();
                    })
                )
                .ExecuteBufferedAsync(forceful.Token);

        var canceled = (await running.Should().ThrowAsync<OperationCanceledException>()).Which;
        canceled.CancellationToken.Should().Be(forceful.Token);
        IsRunning(child).Should().BeFalse("sleep {0} is a child of what was killed", child);
    }

    [Test]
    public async Task The_second_token_interrupts_and_lets_the_process_clean_up()
    {
        using var graceful = new CancellationTokenSource();
        var said = new StringBuilder();

        var running = async () =>
            await Cli.Wrap("sh")
                .WithArguments(["-c", "trap 'kill $!; echo swept; exit 0' INT; sleep 300 >&- 2>&- & echo ready; wait"])
                .WithStandardErrorPipe(PipeTarget.ToStream(Stream.Null))
                .WithStandardOutputPipe(
                    PipeTarget.Merge(
                        PipeTarget.ToStringBuilder(said),
                        FirstLine(line =>
                        {
                            if (line == "ready")
                                graceful.Cancel();
                        })
                    )
                )
                .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, CancellationToken.None, graceful.Token);

        var canceled = (await running.Should().ThrowAsync<OperationCanceledException>()).Which;
        canceled.CancellationToken.Should().Be(graceful.Token);
        said.ToString().Should().Be("ready\nswept\n");
    }

    [Test]
    public async Task A_token_canceled_beforehand_ends_it_at_once()
    {
        var running = async () =>
            await Cli.Wrap("sleep").WithArguments(["300"]).ExecuteAsync(new CancellationToken(canceled: true));

        await running.Should().ThrowAsync<OperationCanceledException>();
    }

    // A killed child of a killed parent is init's to reap, so a zombie counts as ended.
    private static bool IsRunning(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
