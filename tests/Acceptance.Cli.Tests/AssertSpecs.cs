using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Cli.Tests;

/// <summary>`acceptance assert`: a line a check, and what stands on a red rung is held back by it.</summary>
public sealed class AssertSpecs
{
    private string _folder = "";

    private string Exports => Path.Combine(_folder, "twin.env");

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("cli-assert-").FullName;

    [TearDown]
    public void Close() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task On_a_healthy_cloud_every_check_of_the_ladder_is_kept()
    {
        var ran = await Ran.Of(["assert"]);

        ran.Exit.Should().Be(ExitCode.Kept, ran.Output);
        var lines = ran.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines[^1].Should().Be("ASSERT: PASS");
        lines[..^1]
            .Should()
            .HaveCount(CheckCatalogue.All.Count(check => check.Gates))
            .And.OnlyContain(line => line.StartsWith("kept ", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_red_rung_holds_back_what_stands_on_it_and_not_what_lies_beside_it()
    {
        using var interrupt = new CancellationTokenSource();
        var output = new SignallingWriter("Ctrl-C ends it");
        var serving = new CommandLine(output, TextWriter.Null, _ => null).Run(
            ["twin", "serve", "--fault", "ovn-disconnected", "--env-file", Exports, "--run-on", "0"],
            interrupt.Token
        );
        await await Task.WhenAny(output.Seen, serving);

        var ran = await Ran.Of(["assert", "--site", SiteOfTheTwin()]);

        ran.Exit.Should().Be(ExitCode.Broken, ran.Output);
        Word(ran.Output, "chassis-connected").Should().Be("broken");
        ran.Output.Should().Contain("(known issue ovn-tls-sweep)");
        foreach (var beside in new[] { "backends-up", "scope-right", "vips-answer", "hypervisors-up" })
            Word(ran.Output, beside).Should().Be("kept");
        foreach (var above in new[] { "balancers-serve", "management-server-runs", "cluster-complete" })
            Word(ran.Output, above).Should().Be("held back");
        ran.Output.Should().Contain("the lowest red rung is ovn: ");

        await interrupt.CancelAsync();
        await serving;
    }

    [Test]
    public async Task A_capture_is_its_owners_alone_and_the_baseline_of_a_site_that_names_it()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 70 });
        var folder = Path.Combine(_folder, "captures");

        var ran = await Ran.Of(["assert", "--site", twin.SiteFile, "--capture", folder]);

        ran.Exit.Should().Be(ExitCode.Kept, ran.Output);
        var file = Directory.GetFiles(folder).Should().ContainSingle().Subject;
        ran.Output.Should().Contain($"CAPTURE: {file}");
        ((int)File.GetUnixFileMode(folder)).Should().Be(0b111_000_000);
        ((int)File.GetUnixFileMode(file)).Should().Be(0b110_000_000);
        var verdict = await BaselineOf(twin, folder);
        verdict.Word.Should().Be("kept", verdict.Sentence.ToString());
        verdict.Sentence.ToString().Should().Contain($"{CheckCatalogue.All.Count(check => check.Gates)} checks passed");
    }

    [Test]
    public async Task A_capture_of_a_red_run_says_so_and_is_no_baseline()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 72 });
        twin.Faults.Inject("ovn-disconnected");
        var folder = Path.Combine(_folder, "captures");

        (await Ran.Of(["assert", "--site", twin.SiteFile, "--capture", folder])).Exit.Should().Be(ExitCode.Broken);

        var verdict = await BaselineOf(twin, folder);
        verdict.RoutesTo.Should().Be("capture-baseline");
        verdict.Sentence.ToString().Should().Contain("a run that failed (lowest red rung: ovn)");
    }

    [Test]
    public async Task A_capture_is_not_left_in_a_work_tree()
    {
        Directory.CreateDirectory(Path.Combine(_folder, ".git"));
        var ran = await Ran.Of(["assert", "--capture", Path.Combine(_folder, "captures")]);
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Error.Should().Contain("work tree");
        Directory.Exists(Path.Combine(_folder, "captures")).Should().BeFalse();
    }

    private static async Task<Verdict> BaselineOf(Twin twin, string folder)
    {
        var site = new SiteReader().Read(twin.SiteFile) with
        {
            Baseline = new SiteBaseline { Kind = SiteBaseline.Capture, Folder = folder },
        };
        await using var cloud = LiveCloud.Open(site, twin.Home, new AllowAll());
        return BaselineStands.Check.Judge(await new FactBook(cloud).Gather(BaselineStands.Check.Facts));
    }

    [Test]
    public async Task A_site_that_cannot_be_read_is_2() =>
        (await Ran.Of(["assert", "--site", Path.Combine(_folder, "none.json")])).Exit.Should().Be(ExitCode.Usage);

    [Test]
    public void No_test_runner_lies_beside_it() =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(Program)!, "*.dll")
            .Select(file => Path.GetFileName(file).ToLowerInvariant())
            .Where(name => name.Contains("nunit") || name.Contains("reqnroll") || name.Contains("testplatform"))
            .Should()
            .BeEmpty();

    // The command line's own folder: this test's holds the runner that runs it.
    private static string Program =>
        Path.Combine(
            AppContext.BaseDirectory.Replace(
                Path.Combine("tests", "Acceptance.Cli.Tests"),
                Path.Combine("src", "Acceptance.Cli"),
                StringComparison.Ordinal
            ),
            "acceptance.dll"
        );

    private string SiteOfTheTwin() =>
        File.ReadLines(Exports)
            .Single(line => line.Contains("ACCEPTANCE_SITE=", StringComparison.Ordinal))
            .Split("ACCEPTANCE_SITE=")[1]
            .Trim('\'', '"');

    private static string Word(string output, string check) =>
        output
            .Split(Environment.NewLine)
            .Single(line => line.Contains($" {check}: ", StringComparison.Ordinal))[..13]
            .Trim();
}
