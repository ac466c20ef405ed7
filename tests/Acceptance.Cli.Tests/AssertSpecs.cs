using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Asserts;
using static VerifyNUnit.Verifier;

namespace Acceptance.Cli.Tests;

/// <summary>`acceptance assert`: A1 to A12, a line each, and what stands on a red rung is held back by it.</summary>
public sealed class AssertSpecs
{
    [Test]
    public async Task On_a_healthy_cloud_every_item_passes()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 74 });
        await Verify(Told(await Ended(ExitCode.Kept, twin))).UseDirectory("Approved");
    }

    [Test]
    public async Task Two_faults_side_by_side_are_both_told_and_hold_back_what_stands_on_them()
    {
        await using var twin = Broken(76, "ovn-disconnected", "vault-sealed");
        await Verify(Told(await Ended(ExitCode.Broken, twin))).UseDirectory("Approved");
    }

    [Test]
    public async Task Only_some_items_are_asked_with_what_they_stand_on()
    {
        await using var twin = Broken(78, "ovn-disconnected");
        var ran = await Ran.Against(twin, "assert", "--only", "a12, A9");
        ran.Exit.Should().Be(ExitCode.Broken, ran.Output);
        Lines(ran)[1..]
            .Select(line => line[..18].TrimEnd())
            .Should()
            .Equal("HELD          A9", "PASS          A12", "FAIL          ovn", "CLOUD-ASSERT: FAIL");
    }

    [Test]
    public async Task Nothing_is_changed_by_it()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 80 });
        (await Ran.Against(twin, "assert")).Exit.Should().Be(ExitCode.Kept);
        var entries = twin.World.Recorder.Entries;
        entries.Should().HaveCountGreaterThan(20);
        entries
            .Where(entry => entry.Kind == "request")
            .Where(entry => !OperationCatalogue.Reads(entry.Verb, entry.Url.Split('?')[0]))
            .Select(entry => $"{entry.Verb} {entry.Url}")
            .Should()
            .BeEmpty();
        entries
            .Where(entry => entry.Verb is "juju" or "maas" or "virsh" && entry.Where == "jumphost")
            .Where(entry => !CommandCatalogue.Reads([entry.Verb, .. entry.Argv.SkipWhile(word => word == entry.Verb)]))
            .Select(entry => string.Join(' ', entry.Argv))
            .Should()
            .BeEmpty();
    }

    [Test]
    public async Task Before_a_terminal_an_item_is_shown_as_it_is_judged_and_all_in_order_at_the_end()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 82 });
        var output = new StringWriter();
        var asking = new CommandLine(output, TextWriter.Null, _ => twin.SiteFile) { OnTerminal = true };
        (await asking.Run(["assert"])).Should().Be(ExitCode.Kept);
        string[] shown = [.. output.ToString().Split(Environment.NewLine).Where(line => line.StartsWith("PASS"))];
        shown.Should().HaveCount(24);
        shown[12..].Should().BeEquivalentTo(shown[..12]);
        shown[12..].Select(line => line[14..18].TrimEnd()).Should().Equal(CloudAssert.Items.Select(item => item.Id));
    }

    [Test]
    public async Task A_watch_says_what_changes_and_ends_with_the_interruption()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 84 });
        using var interrupt = new CancellationTokenSource();
        using StringWriter output = new(),
            error = new();
        var wall = new SteppingClock(() => { }, () => twin.Faults.Inject("vault-sealed"), interrupt.Cancel);
        var exit = await new CommandLine(output, error, _ => twin.SiteFile) { Wall = wall }.Run(
            ["assert", "--watch", "--only", "A5,A6"],
            interrupt.Token
        );
        exit.Should().Be(ExitCode.Interrupted, output.ToString());
        error.ToString().Should().Be("acceptance: interrupted." + Environment.NewLine);
        Lines(output.ToString())[1..]
            .Select(line => line[9..].Split(':')[0])
            .Should()
            .Equal(
                "PASS          A5   Vault is initialized and unsealed",
                "PASS          A6   HAProxy's own verdict",
                "CLOUD-ASSERT",
                "FAIL          A5   Vault is initialized and unsealed",
                "CLOUD-ASSERT"
            );
        wall.Slept.Should().HaveCount(3).And.OnlyContain(span => span == TimeSpan.FromSeconds(30));
    }

    [Test]
    public async Task As_json_a_program_reads_each_item_with_its_findings()
    {
        await using var twin = Broken(86, "vault-sealed");
        var ran = await Ran.Against(twin, "assert", "--format", "json");
        ran.Exit.Should().Be(ExitCode.Broken, ran.Output);
        var sweep = JsonNode.Parse(ran.Output)!;
        sweep["outcome"]!.GetValue<string>().Should().Be("FAIL");
        sweep["lowestRed"]!.GetValue<string>().Should().Be("vault");
        var items = sweep["items"]!.AsArray().ToDictionary(item => item!["id"]!.GetValue<string>());
        items.Keys.Should().Equal(CloudAssert.Items.Select(item => item.Id));
        items["A5"]!["findings"]![0]!["victim"]!.GetValue<string>().Should().Be("vault/0");
        items["A5"]!["entry"]!.GetValue<string>().Should().Be("restart-3");
        items["A11"]!["outcome"]!.GetValue<string>().Should().Be("HELD");
        items["A11"]!["heldBackBy"]!.GetValue<string>().Should().Be("vault");
    }

    [Test]
    public async Task As_junit_a_pipeline_counts_what_fails_and_what_is_held_back()
    {
        await using var twin = Broken(88, "ovn-disconnected");
        var ran = await Ran.Against(twin, "assert", "--format", "JUnit");
        ran.Exit.Should().Be(ExitCode.Broken, ran.Output);
        using var reader = XmlReader.Create(new StringReader(ran.Output));
        var suite = XDocument.Load(reader).Root!.Element("testsuite")!;
        suite.Attribute("tests")!.Value.Should().Be("12");
        suite.Attribute("failures")!.Value.Should().Be("1");
        suite.Attribute("errors")!.Value.Should().Be("0");
        suite.Attribute("skipped")!.Value.Should().Be("2");
        var failure = suite.Elements("testcase").Single(one => one.Element("failure") is not null);
        failure.Attribute("name")!.Value.Should().StartWith("A4 ");
        failure.Element("failure")!.Attribute("type")!.Value.Should().Be("known issue ovn-tls-sweep");
        suite.Elements("testcase").Count(one => one.Element("skipped") is not null).Should().Be(2);
    }

    [Test]
    public async Task A_cloud_that_does_not_answer_at_all_is_5()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 90 });
        var openrc = Path.Combine(twin.Home, "admin-openrc");
        File.WriteAllText(openrc, File.ReadAllText(openrc).Replace(":5000", ":5999"));
        var site = JsonNode.Parse(File.ReadAllText(twin.SiteFile))!.AsObject();
        site.Remove("juju");
        site["permit"] = "observe";
        File.WriteAllText(twin.SiteFile, site.ToJsonString());

        var ran = await Ran.Against(twin, "assert", "--only", "A8");

        ran.Exit.Should().Be(ExitCode.Unreachable, ran.Output + ran.Error);
        Lines(ran)[^1].Should().StartWith("CLOUD-ASSERT: FAIL");
    }

    [Test]
    public async Task A_site_that_cannot_be_read_is_2() =>
        (await Ran.Of(["assert", "--site", Path.Combine(Path.GetTempPath(), "none-of-these.json")]))
            .Exit.Should()
            .Be(ExitCode.Usage);

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

    private static Twin Broken(int block, params string[] faults)
    {
        var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = block });
        foreach (var fault in faults)
            twin.Faults.Inject(fault);
        return twin;
    }

    private static async Task<string> Ended(int exit, Twin twin)
    {
        var ran = await Ran.Against(twin, "assert");
        ran.Exit.Should().Be(exit, ran.Output + ran.Error);
        return ran.Output;
    }

    private static string[] Lines(Ran ran) => Lines(ran.Output);

    private static string[] Lines(string output) =>
        output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Which block the twin got, and when this was, is no part of what is told.</summary>
    private static string Told(string output) =>
        Regex.Replace(Regex.Replace(output, @"127\.\d+\.", "127.BLOCK."), @"\d{4}-\d\d-\d\d \d\d:\d\d UTC", "MOMENT");
}
