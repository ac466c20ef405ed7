using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Tests;

/// <summary>`acceptance diagnose` over the wire: a served twin that is well, and one with two faults.</summary>
public sealed class DiagnoseSpecs
{
    private const string Changing = @"^\S+ \S+ (POST|PUT|PATCH|DELETE) ";

    [Test]
    public async Task On_a_healthy_cloud_nothing_is_broken()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 74 });

        var ran = await Ran.Of(["diagnose", "--site", twin.SiteFile]);

        ran.Exit.Should().Be(ExitCode.Kept, ran.Output + ran.Error);
        ran.Output.Trim().Should().Be("DIAGNOSE: nothing is broken");
    }

    [Test]
    public async Task Two_faults_are_two_causes_each_with_what_to_do_next_and_nothing_is_changed()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 76 });
        twin.Faults.Inject("D-041");
        twin.Faults.Inject("tenant-cannot-reach-vip");
        twin.Faults.Inject("D-040");

        var ran = await Ran.Of(["diagnose", "--site", twin.SiteFile]);

        await TestContext.Out.WriteLineAsync(ran.Output);
        ran.Exit.Should().Be(ExitCode.Broken, ran.Output + ran.Error);
        var lines = ran.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines[0].Should().StartWith("1. D-040 at nova-compute/").And.Contain("(layer hypervisors): ");
        lines.Should().ContainSingle(line => line.StartsWith("2. D-041 at capi-mgmt-v2 (layer mgmt-vm): "));
        lines.Should().Contain("   does not explain: D-041");
        lines
            .Should()
            .ContainSingle(line =>
                line.StartsWith("   not known until it is cured: ")
                && line.Contains("tenant-opens-the-port (which shows D-035)")
            );
        lines.Count(line => line.StartsWith("   next: ", StringComparison.Ordinal)).Should().Be(2);
        lines[^1].Should().StartWith("DIAGNOSE: 2 causes, 0 red checks that no entry names, ");
        await NothingWasChanged(twin);
    }

    private static async Task NothingWasChanged(Twin twin)
    {
        // A program that is started under observe is of the catalogue of reads: the gate refuses any other.
        var changes = (await Ran.Against(twin, "twin", "log", "--mutations")).Output;
        changes.Split(Environment.NewLine).Should().NotContain(line => Regex.IsMatch(line, Changing), changes);
        (await Ran.Against(twin, "twin", "log")).Output.Should().Contain("juju status");
    }

    [Test]
    public async Task A_program_reads_the_same()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 78 });
        twin.Faults.Inject("ovn-disconnected");
        File.SetUnixFileMode(Path.Combine(twin.Home, "admin-openrc"), (UnixFileMode)0b110_100_100);

        var ran = await Ran.Of(["diagnose", "--site", twin.SiteFile, "--format", "json"]);

        ran.Exit.Should().Be(ExitCode.Broken, ran.Output + ran.Error);
        var said = JsonNode.Parse(ran.Output)!;
        ((string)said["warnings"]!.AsArray().Single()!).Should().Contain("admin-openrc is open to others");
        said["causes"]!.AsArray().Should().ContainSingle();
        ((string)said["causes"]![0]!["entry"]!).Should().Be("ovn-tls-sweep");
        ((bool)said["causes"]![0]!["sure"]!).Should().BeTrue("its look-alikes leave every chassis connected");
        ((string)said["causes"]![0]!["fix"]!["permit"]!).Should().Be("mutate");
        ((bool)said["causes"]![0]!["fix"]!["withheld"]!).Should().BeFalse();
        said["causes"]![0]!["looksAlike"]!.AsArray().Should().NotBeEmpty();
    }

    [Test]
    public async Task A_format_that_is_none_is_2() =>
        (await Ran.Of(["diagnose", "--format", "poem"])).Exit.Should().Be(ExitCode.Usage);
}
