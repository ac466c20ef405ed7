using Acceptance.Cloud.Sentences;

namespace Acceptance.Cli.Tests;

/// <summary>What the command line prints is text, however it is written.</summary>
public sealed class ConsoleSpecs
{
    [Test]
    public async Task An_argument_is_said_back_as_text()
    {
        using StringWriter output = new(),
            error = new();
        var code = await new CommandLine(output, error, _ => null).Run(["\u001b[31mred\u202e\n::error::x"]);
        code.Should().Be(ExitCode.Usage);
        (output.ToString() + error)
            .Should()
            .Contain("red")
            .And.NotContain("\u001b")
            .And.NotContain("\u202e")
            .And.NotContain("\n::");
    }

    [Test]
    public void A_line_is_shown_when_it_is_whole_and_the_rest_at_the_end()
    {
        var console = new StringWriter();
        using (var writer = new ConsoleWriter(console))
        {
            writer.Write(':');
            writer.Write(":error::");
            console.ToString().Should().BeEmpty();
            writer.WriteLine("x");
            writer.Write("an end");
        }

        console.ToString().ReplaceLineEndings("\n").Should().Be(": :error::x\nan end");
    }
}
