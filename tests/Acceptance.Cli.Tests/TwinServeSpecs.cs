namespace Acceptance.Cli.Tests;

/// <summary>`acceptance twin serve`, begun and interrupted as Ctrl-C does.</summary>
public sealed class TwinServeSpecs
{
    private string _folder = "";

    private string Exports => Path.Combine(_folder, "twin.env");

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("cli-serve-").FullName;

    [TearDown]
    public void Close() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Serves_until_interrupted_and_leaves_nothing()
    {
        using var interrupt = new CancellationTokenSource();
        var output = new SignallingWriter("Ctrl-C ends it");
        var serving = new CommandLine(output, TextWriter.Null, _ => null).Run(
            ["twin", "serve", "--world", "rebuilt", "--env-file", Exports, "--run-on", "0"],
            interrupt.Token
        );
        await await Task.WhenAny(output.Seen, serving);

        var site = Exported("ACCEPTANCE_SITE");
        File.Exists(site).Should().BeTrue();
        File.GetUnixFileMode(Exports).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        output.ToString().Should().NotContain(new Uri(Exported("ACCEPTANCE_CONTROL")).AbsolutePath);
        await IsShutWithoutTheWord();
        (await Ran.Of(["twin", "state"], ("ACCEPTANCE_SITE", site))).Output.Should().Contain("\"world\": \"rebuilt\"");
        (await Ran.Of(["twin", "clock", "--control", Exported("ACCEPTANCE_CONTROL")])).Exit.Should().Be(ExitCode.Kept);

        await interrupt.CancelAsync();
        (await serving).Should().Be(ExitCode.Kept);
        Directory.Exists(Path.GetDirectoryName(site)).Should().BeFalse();
        File.Exists(Exports).Should().BeFalse();
        output.ToString().Should().EndWith("The twin has ended." + Environment.NewLine);
    }

    [Test]
    public async Task An_unknown_fault_ends_with_2_and_nothing_is_served()
    {
        var ran = await Ran.Of(["twin", "serve", "--fault", "no-such-fault", "--env-file", Exports]);
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Output.Should().BeEmpty();
        ran.Error.Should().StartWith("The twin knows no fault 'no-such-fault'");
        File.Exists(Exports).Should().BeFalse();
    }

    [Test]
    public async Task An_env_file_that_cannot_be_written_ends_with_2()
    {
        var ran = await Ran.Of(["twin", "serve", "--env-file", Path.Combine(_folder, "no", "such", "folder")]);
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Error.Should().StartWith($"--env-file: {_folder}/no/such/folder cannot be written (");
    }

    private async Task IsShutWithoutTheWord()
    {
        var control = new Uri(Exported("ACCEPTANCE_CONTROL"));
        var shut = await Ran.Of(["twin", "state", "--control", $"http://{control.Authority}/"]);
        shut.Exit.Should().Be(ExitCode.Usage);
        shut.Error.Should().StartWith("The control wire opens with the word of its twin: ask at the address that");
    }

    private string Exported(string name) =>
        File.ReadAllLines(Exports)
            .Single(line => line.StartsWith($"export {name}=", StringComparison.Ordinal))
            .Split('=', 2)[1]
            .Trim('\'');
}
