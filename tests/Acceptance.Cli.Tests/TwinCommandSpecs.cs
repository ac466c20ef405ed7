using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.Faults;

namespace Acceptance.Cli.Tests;

/// <summary>The commands that speak to a served twin, against one that this process holds.</summary>
public sealed class TwinCommandSpecs
{
    private Twin _twin = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _twin = Twin.Start(new TwinOptions { FirstBlock = 60 });
        _twin.Faults.Learn(new Fault("cli-specs-break", "A thing is broken.", _ => "keystone/1", _ => { }));
        _twin.Faults.Learn(new Fault("cli-specs-wait", "A thing will be broken.", _ => null, _ => { }));
    }

    [OneTimeTearDown]
    public async Task Stop() => await _twin.DisposeAsync();

    [Test]
    public async Task Fault_breaks_and_names_the_victim_and_heal_takes_it_away()
    {
        (await Ran.Against(_twin, "twin", "fault", "cli-specs-break"))
            .Should()
            .Be(
                new Ran(
                    ExitCode.Kept,
                    "cli-specs-break: A thing is broken. Struck: keystone/1. Entry: none." + Environment.NewLine,
                    ""
                )
            );
        _twin.Faults.Has("cli-specs-break").Should().BeTrue();
        (await Ran.Against(_twin, "twin", "heal", "cli-specs-break")).Exit.Should().Be(ExitCode.Kept);
        _twin.Faults.Has("cli-specs-break").Should().BeFalse();
    }

    [Test]
    public async Task A_fault_whose_victim_is_not_there_yet_waits() =>
        (await Ran.Against(_twin, "twin", "fault", "cli-specs-wait")).Output.Should().Contain("It waits");

    [Test]
    public async Task Without_an_id_the_known_faults_are_listed() =>
        (await Ran.Against(_twin, "twin", "fault"))
            .Output.Should()
            .Contain("cli-specs-break")
            .And.Contain("A thing is broken. (none)")
            .And.MatchRegex(@"agent-lost +.* \(restart-1\)");

    [TestCase("fault")]
    [TestCase("heal")]
    public async Task An_unknown_fault_ends_with_2_and_lists_the_near_ones(string verb)
    {
        var ran = await Ran.Against(_twin, "twin", verb, "cli-spec-break");
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Error.Should().Contain("knows no fault 'cli-spec-break'").And.Contain("cli-specs-break");
    }

    [Test]
    public async Task Clock_moves_by_the_span_and_says_the_time()
    {
        var before = _twin.World.Now;
        var ran = await Ran.Against(_twin, "twin", "clock", "+20m");
        _twin.World.Now.Should().BeOnOrAfter(before.AddMinutes(20));
        DateTimeOffset.Parse(ran.Output.Trim()).Should().Be(_twin.World.Now);
    }

    [Test]
    public async Task State_is_json_of_this_twin() =>
        (await Ran.Against(_twin, "twin", "state")).Output.Should().Contain($"\"block\": {_twin.Block}");

    [Test]
    public async Task Log_shows_all_and_mutations_leaves_out_what_only_reads()
    {
        _twin.World.Recorder.Request("keystone", "POST", "https://127.60.4.50:5000/v3/auth/tokens", 201, null, "");
        _twin.World.Recorder.Request("magnum", "POST", "https://127.60.4.54:9511/v1/clusters", 202, null, "");
        _twin.World.Recorder.Argv("jumphost", "juju", ["status", "-m", "ctl:openstack", "--format=json"], 0);
        _twin.World.Recorder.Argv("jumphost", "juju", ["run", "vault/leader", "pause now"], 1);
        var all = await Ran.Against(_twin, "twin", "log");
        all.Output.Should()
            .Contain("keystone POST https://127.60.4.50:5000/v3/auth/tokens -> 201")
            .And.Contain("jumphost$ juju status -m ctl:openstack --format=json -> exit 0");
        var mutations = await Ran.Against(_twin, "twin", "log", "--mutations");
        mutations
            .Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2)[1])
            .Should()
            .ContainInOrder(
                "magnum POST https://127.60.4.54:9511/v1/clusters -> 202",
                "jumphost$ juju run vault/leader 'pause now' -> exit 1"
            )
            .And.NotContain(line => line.Contains("auth/tokens") || line.Contains("juju status"));
    }

    [Test]
    public async Task Following_the_log_ends_with_130_when_interrupted()
    {
        _twin.World.Recorder.Request("nova", "DELETE", "https://127.60.4.56:8774/v2.1/servers/followed", 204, null, "");
        using var interrupt = new CancellationTokenSource();
        var output = new SignallingWriter(_twin.World.Recorder.Entries.Last().At.ToString("yyyy-MM-dd"));
        var following = new CommandLine(output, TextWriter.Null, _ => _twin.SiteFile).Run(
            ["twin", "log", "--follow", "--mutations"],
            interrupt.Token
        );
        await await Task.WhenAny(output.Seen, following);
        await interrupt.CancelAsync();
        (await following).Should().Be(ExitCode.Interrupted);
        output.ToString().Should().Contain("nova DELETE https://127.60.4.56:8774/v2.1/servers/followed -> 204");
    }

    [Test]
    public async Task No_twin_named_ends_with_2()
    {
        (await Ran.Of(["twin", "state"]))
            .Should()
            .Match<Ran>(ran =>
                ran.Exit == ExitCode.Usage && ran.Error.StartsWith("ACCEPTANCE_SITE names no served twin.")
            );
    }

    [Test]
    public async Task No_twin_there_ends_with_5()
    {
        var ran = await Ran.Of(["twin", "state", "--control", "http://127.0.0.1:1"]);
        ran.Exit.Should().Be(ExitCode.Unreachable);
        ran.Error.Should().StartWith("No twin answers at http://127.0.0.1:1/ (Connection refused");
    }
}
