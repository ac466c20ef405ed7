using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Acceptance.StandIns.Tests.CliWrap;

public sealed class PipeSpecs
{
    private const int TwoMegabytes = 2 * 1024 * 1024;

    private static readonly Command Copy = Cli.Wrap("cat");

    [Test]
    public async Task Without_a_source_the_input_is_at_its_end() =>
        (await Copy.ExecuteBufferedAsync()).StandardOutput.Should().BeEmpty();

    [Test]
    public async Task A_string_bytes_a_stream_and_a_file_can_be_read()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "pipe-source.txt");
        await File.WriteAllTextAsync(file, "file");
        PipeSource[] sources =
        [
            PipeSource.FromString("text"),
            PipeSource.FromBytes("bytes"u8.ToArray()),
            PipeSource.FromStream(new MemoryStream("stream"u8.ToArray())),
            PipeSource.FromFile(file),
            PipeSource.Create(input => input.Write("own"u8)),
        ];

        var seen = new List<string>();
        foreach (var source in sources)
            seen.Add((await Copy.WithStandardInputPipe(source).ExecuteBufferedAsync()).StandardOutput);

        seen.Should().Equal("text", "bytes", "stream", "file", "own");
    }

    [Test]
    public async Task Large_input_and_output_do_not_wait_for_each_other()
    {
        var text = new string('x', TwoMegabytes);

        var result = await Copy.WithStandardInputPipe(PipeSource.FromString(text)).ExecuteBufferedAsync();

        result.StandardOutput.Should().HaveLength(TwoMegabytes);
    }

    [Test]
    public async Task Large_output_and_error_do_not_wait_for_each_other()
    {
        var result = await Cli.Wrap("sh")
            .WithArguments(["-c", $"head -c {TwoMegabytes} /dev/zero >&2; head -c {TwoMegabytes} /dev/zero"])
            .ExecuteBufferedAsync();

        result.StandardError.Should().HaveLength(TwoMegabytes);
        result.StandardOutput.Should().HaveLength(TwoMegabytes);
    }

    [Test]
    public async Task A_process_that_does_not_read_its_input_is_no_failure()
    {
        var result = await Cli.Wrap("true")
            .WithStandardInputPipe(PipeSource.FromBytes(new byte[TwoMegabytes]))
            .ExecuteAsync();

        result.ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Lines_come_one_by_one_and_the_last_needs_no_end()
    {
        var lines = new List<string>();

        await Cli.Wrap("printf")
            .WithArguments(["one\\ntwo\\n\\nlast"])
            .WithStandardOutputPipe(PipeTarget.ToDelegate(lines.Add))
            .ExecuteAsync();

        lines.Should().Equal("one", "two", "", "last");
    }

    [Test]
    public async Task Merged_targets_each_get_all_of_it()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "pipe-target.txt");
        var text = new StringBuilder();
        using var stream = new MemoryStream();
        var source = new string('y', TwoMegabytes / 4);

        var result = await Copy.WithStandardInputPipe(PipeSource.FromString(source))
            .WithStandardOutputPipe(
                PipeTarget.Merge(
                    PipeTarget.ToFile(file),
                    PipeTarget.ToStringBuilder(text),
                    PipeTarget.ToStream(stream),
                    PipeTarget.Null
                )
            )
            .ExecuteBufferedAsync();

        result.StandardOutput.Should().Be(source);
        text.ToString().Should().Be(source);
        stream.Length.Should().Be(source.Length);
        (await File.ReadAllTextAsync(file)).Should().Be(source);
    }

    [Test]
    public async Task What_a_target_throws_is_the_outcome()
    {
        var bounded = PipeTarget.Create(_ => throw new InvalidDataException("more than 3 lines"));

        var running = async () =>
            await Cli.Wrap("echo")
                .WithArguments(["x"])
                .WithStandardOutputPipe(bounded)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync();

        await running.Should().ThrowAsync<InvalidDataException>().WithMessage("more than 3 lines");
    }

    [Test]
    public void Merging_nothing_is_the_null_target_and_one_target_is_itself()
    {
        var only = PipeTarget.ToStream(Stream.Null);

        PipeTarget.Merge(PipeTarget.Null, PipeTarget.Null).Should().BeSameAs(PipeTarget.Null);
        PipeTarget.Merge(PipeTarget.Null, only).Should().BeSameAs(only);
    }
}
