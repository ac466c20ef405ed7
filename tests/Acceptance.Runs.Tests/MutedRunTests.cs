using System.Text.Json.Nodes;
using Acceptance.Runs.Tests.Programs;

namespace Acceptance.Runs.Tests;

/// <summary>A known issue that somebody answers for, in a whole run: green, and said.</summary>
[CancelAfter(900_000)]
public sealed class MutedRunTests
{
    [Test]
    public async Task What_somebody_answers_for_holds_nothing_back_and_is_in_the_headline(CancellationToken cancel)
    {
        await using var twin = ServedTwin.Serve("accepted", 1);
        await twin.Break("D-045", cancel);

        using var run = await SuiteRun.Of(
            Clone.This,
            "Category=D-011.2",
            cancel,
            ("ACCEPTANCE_SITE", Waiving(twin, "D-045", "lxd-container-down"))
        );

        TestContext.Out.WriteLine(run.Page);
        run.Exit.Should().Be(0, run.Quoted);
        var rung = run.Summary["rungs"]!.AsArray().Single(one => (string)one!["rung"]! == "haproxy");
        ((string?)rung!["verdict"]).Should().Be("waived", run.Page);
        var page = string.Join(' ', run.Page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        page.Should().Contain("Waived: D-045 by M. Okafor until ").And.Contain("waived D-045 by M. Okafor until ");
        run.Output.Should()
            .Contain(
                "warning: the waiver of lxd-container-down by M. Okafor is not needed any more: nothing of it was found"
            );
    }

    /// <summary>The twin's site with a waiver of each more, beside it.</summary>
    private static string Waiving(ServedTwin twin, params IReadOnlyList<string> issues)
    {
        var site = JsonNode.Parse(File.ReadAllText(twin.Site))!;
        foreach (var issue in issues)
            site["waivers"]!
                .AsArray()
                .Add(
                    new JsonObject
                    {
                        ["item"] = issue,
                        ["owner"] = "M. Okafor",
                        ["reason"] = "its host is being replaced",
                        ["expires"] = site["waivers"]![0]!["expires"]!.DeepClone(),
                    }
                );
        var file = Path.Combine(twin.Home, "waiving.json");
        File.WriteAllText(file, site.ToJsonString());
        return file;
    }
}
