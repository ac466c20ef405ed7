using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin;
using Acceptance.Surroundings;
using static VerifyNUnit.Verifier;

namespace Acceptance.Cli.Tests;

/// <summary>
/// What assert, diagnose, explain and list say to a user, in one text to be read aloud: what is wrong, since when or
/// where, what it breaks, what to do next, and the exit code.
/// </summary>
public sealed partial class MessagesSpecs
{
    private readonly StringBuilder _heard = new();

    [SetUp]
    public void Begin() => _heard.Clear();

    [Test]
    public async Task What_refuses_before_anything_is_asked()
    {
        foreach (
            var line in new[]
            {
                "assert --only A13",
                "assert --only ,",
                "assert --format xml",
                "assert --watch --format json",
                "assert --only A4 --capture here",
                "assert --capture .",
                "assert --site /nowhere/site.json",
                "diagnose --format poem",
                "diagnose --site /nowhere/site.json",
                "explain",
                "explain D-O45",
                "explain no-such-entry",
                "explain D-041 --site /nowhere/site.json",
                "list",
                "list entris",
                "list rungs --format yaml",
            }
        )
            Hear(line, await Ran.Of(line.Split(' ')));
        await Approve();
    }

    [Test]
    public async Task What_is_said_of_a_cloud_that_is_half_dark()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 92 });
        foreach (var fault in new[] { "machine-broken", "keystone-dark", "D-045" })
            twin.Faults.Inject(fault);
        File.SetUnixFileMode(Path.Combine(twin.Home, "admin-openrc"), (UnixFileMode)0b110_100_100);
        await Hear(twin, "diagnose");
        await Hear(twin, "assert");
        var json = JsonNode.Parse((await Ran.Against(twin, "assert", "--only", "A3", "--format", "json")).Output)!;
        json["warnings"]!.AsArray().Should().ContainSingle();
        (await Ran.Against(twin, "assert", "--only", "A3", "--format", "junit"))
            .Output.Should()
            .MatchRegex("<system-err>.*admin-openrc.*</system-err>");
        await Approve();
    }

    [Test]
    public async Task What_is_said_of_a_cloud_that_does_not_answer()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 94 });
        var openrc = Path.Combine(twin.Home, "admin-openrc");
        File.WriteAllText(openrc, File.ReadAllText(openrc).Replace(":5000", ":5999"));
        var site = JsonNode.Parse(File.ReadAllText(twin.SiteFile))!.AsObject();
        foreach (var section in new[] { "juju", "maas" })
            site.Remove(section);
        site["permit"] = "observe";
        File.WriteAllText(twin.SiteFile, site.ToJsonString());
        await Hear(twin, "diagnose");
        await Hear(twin, "assert --only A8");
        await Approve();
    }

    private async Task Hear(Twin twin, string line)
    {
        Hear(line, await Ran.Against(twin, line.Split(' ')));
        _heard.Replace(twin.Home, "HOME");
    }

    private void Hear(string line, Ran ran) =>
        _heard.Append($"$ acceptance {line}\n{ran.Output}{ran.Error}(exit {ran.Exit})\n\n");

    private Task Approve()
    {
        var text = _heard.ToString().ReplaceLineEndings("\n");
        text = text.Replace(Environment.CurrentDirectory, "HERE").Replace(WorkTree.Root, "TREE");
        text = Moments().Replace(Addresses().Replace(Ids().Replace(text, "ID"), "ADDRESS"), "MOMENT");
        return Verify(text).UseDirectory("Approved");
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d UTC|\d\d:\d\d:\d\d", RegexOptions.NonBacktracking)]
    private static partial Regex Moments();

    [GeneratedRegex("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();

    [GeneratedRegex(@"127\.\d+\.\d+\.\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
