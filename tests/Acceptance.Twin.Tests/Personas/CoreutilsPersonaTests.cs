namespace Acceptance.Twin.Tests.Personas;

[TestFixture]
public sealed class CoreutilsPersonaTests
{
    private OperatorShell _shell = null!;

    [OneTimeSetUp]
    public void Start() => _shell = new OperatorShell();

    [OneTimeTearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    [Test]
    public async Task Sleep_moves_the_twins_clock_and_date_shows_it()
    {
        var before = _shell.Twin.World.Now;

        var (exit, stdout, stderr) = await _shell.Run("sleep 1200; date -u +%s; date -u -d '1 hour ago' +%s");

        (exit, stderr).Should().Be((0, ""));
        var lines = stdout.Split('\n');
        long.Parse(lines[0])
            .Should()
            .BeInRange(
                (before + TimeSpan.FromMinutes(20)).ToUnixTimeSeconds() - 1,
                (before + TimeSpan.FromMinutes(20)).ToUnixTimeSeconds() + 1
            );
        long.Parse(lines[1]).Should().BeCloseTo(long.Parse(lines[0]) - 3600, 1);
    }

    [Test]
    public async Task Sudo_reads_and_writes_in_the_twins_own_root()
    {
        var (exit, stdout, stderr) = await _shell.Run(
            "echo hello | sudo tee /etc/twin-note >/dev/null; sudo cat /etc/twin-note; ls /etc/twin-note"
        );

        stdout.Should().Be("hello\n");
        stderr.Should().Contain("/etc/twin-note", "the machine's own /etc has no such file");
        exit.Should().NotBe(0);
    }

    [Test]
    public async Task Sudo_refuses_what_leaves_the_twin()
    {
        var (exit, _, stderr) = await _shell.Run("sudo mkdir /usr/bin");

        exit.Should().Be(64);
        stderr.Should().StartWith("sudo: not emulated: /usr/bin lies outside of the twin");
    }

    [Test]
    public async Task A_wrong_interval_is_refused_in_sleeps_own_words()
    {
        var (exit, _, stderr) = await _shell.Run("sleep 5x");

        (exit, stderr)
            .Should()
            .Be((1, "sleep: invalid time interval ‘5x’\nTry 'sleep --help' for more information.\n"));
    }

    [Test]
    public async Task Every_argv_is_recorded()
    {
        await _shell.Run("sleep 0.25 1m");

        _shell
            .Twin.World.Recorder.Entries.Should()
            .Contain(entry =>
                entry.Kind == "argv" && entry.Verb == "sleep" && entry.Argv.SequenceEqual(new[] { "0.25", "1m" })
            );
    }
}
