using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Tests;

/// <summary>`acceptance assert` on a site whose owner answers for a known issue.</summary>
public sealed class AssertWaiverSpecs
{
    [Test]
    public async Task What_somebody_answers_for_holds_nothing_back_and_is_in_the_last_line()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 84 });
        var struck = UnitOf(twin.Faults.Inject("D-045").Victim!);

        var ran = await Ran.Of(["assert", "--site", Waiving(twin, "D-045", struck, 90)]);

        ran.Exit.Should().Be(ExitCode.Kept, ran.Output);
        ran.Output.Should().MatchRegex("WAIVED +A6 ").And.NotContain("HELD").And.NotContain("WARNING");
        LastLine(ran).Should().StartWith($"CLOUD-ASSERT: PASS; 1 waived: D-045 at {struck} by M. Okafor until ");
    }

    [TestCase(null, -1, "expired on ")]
    [TestCase("glance/0", 90, "is not needed any more: ")]
    public async Task What_nobody_answers_for_any_more_or_of_that_victim_is_red(string? victim, int days, string says)
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 86 });
        var struck = UnitOf(twin.Faults.Inject("D-045").Victim!);
        var named = victim ?? struck;

        var ran = await Ran.Of(["assert", "--site", Waiving(twin, "D-045", named, days)]);

        ran.Exit.Should().Be(ExitCode.Broken, ran.Output);
        ran.Output.Should().MatchRegex("FAIL +A6 ").And.Contain("HELD");
        LastLine(ran).Should().StartWith("CLOUD-ASSERT: FAIL (").And.NotContain("waived");
        ran.Output.Should().Contain($"WARNING: the waiver of D-045 at {named} by M. Okafor {says}");
    }

    [Test]
    public async Task A_waiver_that_nothing_needs_is_said_and_fails_nothing()
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", FirstBlock = 88 });

        var ran = await Ran.Of(["assert", "--site", Waiving(twin, "D-045", null, 90)]);

        ran.Exit.Should().Be(ExitCode.Kept, ran.Output);
        ran.Output.Should().Contain("WARNING: the waiver of D-045 by M. Okafor is not needed any more: ");
        LastLine(ran).Should().Be("CLOUD-ASSERT: PASS");
    }

    // The fault names the unit and the server in its backend, a finding the unit.
    private static string UnitOf(string struck) => struck.Split(' ')[0];

    private static string LastLine(Ran ran) =>
        ran.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)[^1];

    /// <summary>The twin's site with one waiver more, beside it.</summary>
    private static string Waiving(Twin twin, string item, string? victim, int days)
    {
        var site = JsonNode.Parse(File.ReadAllText(twin.SiteFile))!;
        var waiver = new JsonObject
        {
            ["item"] = item,
            ["owner"] = "M. Okafor",
            ["reason"] = "its host is being replaced",
            ["expires"] = site["waivers"]![0]!["expires"]!.GetValue<DateTimeOffset>().AddDays(days - 90),
        };
        if (victim is not null)
            waiver["victim"] = victim;
        site["waivers"]!.AsArray().Add(waiver);
        var file = Path.Combine(twin.Home, "waiving.json");
        File.WriteAllText(file, site.ToJsonString());
        return file;
    }
}
