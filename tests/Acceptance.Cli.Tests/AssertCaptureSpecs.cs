using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Asserts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Cli.Tests;

/// <summary>`acceptance assert --capture`: what a baseline of D-011.7 may rest on.</summary>
public sealed class AssertCaptureSpecs
{
    private string _folder = "";

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("cli-assert-").FullName;

    [TearDown]
    public void Close() => Directory.Delete(_folder, recursive: true);

    /// <summary>What a whole sweep asks: the ladder's gates, and what only an item asks.</summary>
    private static int Asked =>
        CheckCatalogue.All.Where(check => check.Gates).Union(CloudAssert.Items.SelectMany(item => item.Checks)).Count();

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
        verdict.Sentence.ToString().Should().Contain($"{Asked} checks passed");
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
}
