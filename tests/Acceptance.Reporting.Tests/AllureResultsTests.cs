using System.Text.Json;
using Acceptance.Cloud.Files;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Allure;

namespace Acceptance.Reporting.Tests;

public sealed class AllureResultsTests
{
    private string _folder = "";

    [SetUp]
    public void Folder() => _folder = Directory.CreateTempSubdirectory("allure-").FullName;

    [TearDown]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Each_scenario_leaves_one_result_with_its_verdict()
    {
        var results = Written(Samples.VaultSealed());
        results.Should().HaveCount(Samples.VaultSealed().Scenarios.Count);
        var vault = results.Single(one => Labels(one, "tag").Contains("D-011.6"));
        vault.GetProperty("status").GetString().Should().Be("failed");
        vault
            .GetProperty("statusDetails")
            .GetProperty("message")
            .GetString()
            .Should()
            .StartWith("broken: vault/1 is sealed");
        vault
            .GetProperty("statusDetails")
            .GetProperty("trace")
            .GetString()
            .Should()
            .Contain("restart-3")
            .And.Contain("juju ssh vault/1");
        Labels(vault, "layer").Should().Equal("mysql");
        Labels(vault, "severity").Should().Equal("blocker");
        var held = results.Single(one => Labels(one, "tag").Contains("D-011.4"));
        held.GetProperty("status").GetString().Should().Be("skipped");
        held.GetProperty("statusDetails").GetProperty("message").GetString().Should().Be("held back: by vault");
    }

    [TestCase("waived", "passed")]
    [TestCase("not asked", "skipped")]
    public void A_verdict_keeps_its_word_beside_the_status(string word, string status) =>
        Written(Samples.Waived())
            .Where(one => Labels(one, "verdict").Contains(word))
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(one =>
                one.GetProperty("status").GetString() == status
                && one.GetProperty("statusDetails").GetProperty("message").GetString()!.StartsWith(word + ": ")
            );

    [Test]
    public void Evidence_is_attached_and_there()
    {
        var results = Written(Samples.VaultSealed());
        var sources = results
            .SelectMany(one => one.GetProperty("attachments").EnumerateArray())
            .Select(one => one.GetProperty("source").GetString()!)
            .ToArray();
        sources
            .Should()
            .NotBeEmpty()
            .And.OnlyHaveUniqueItems()
            .And.OnlyContain(source => File.Exists(Path.Combine(_folder, "allure-results", source)));
        sources
            .Select(source => File.ReadAllText(Path.Combine(_folder, "allure-results", source)))
            .Should()
            .Contain(text => text.Contains("vault status -format=json") && text.Contains("\"sealed\":true"));
    }

    [Test]
    public void Times_are_wall_times_laid_end_to_end()
    {
        var results = Written(Samples.Green()).OrderBy(one => one.GetProperty("start").GetInt64()).ToArray();
        results[0].GetProperty("start").GetInt64().Should().Be(Samples.Start.ToUnixTimeMilliseconds());
        results
            .Should()
            .OnlyContain(one => one.GetProperty("stop").GetInt64() - one.GetProperty("start").GetInt64() == 400);
    }

    [Test]
    public void Yesterdays_scenario_is_known_again_and_yesterdays_results_are_gone()
    {
        var first = Written(Samples.Green());
        var second = Written(Samples.VaultSealed() with { RunId = "another" });
        second
            .Select(one => one.GetProperty("historyId").GetString())
            .Should()
            .BeEquivalentTo(first.Select(one => one.GetProperty("historyId").GetString()));
        second
            .Select(one => one.GetProperty("uuid").GetString())
            .Should()
            .NotIntersectWith(first.Select(one => one.GetProperty("uuid").GetString()));
        Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Should().Equal("allure-results");
    }

    [Test]
    public void Rows_of_one_outline_do_not_overwrite_each_other()
    {
        var one = Samples.Green().Scenarios[0];
        Written(Samples.Run([one, one, one]))
            .Select(result => result.GetProperty("historyId").GetString())
            .Should()
            .HaveCount(3)
            .And.OnlyHaveUniqueItems();
    }

    [Test]
    public void Environment_and_categories_are_beside_them()
    {
        Written(Samples.Green());
        File.ReadAllText(Path.Combine(_folder, "allure-results", "environment.properties"))
            .Should()
            .Contain("site = edge-lab\n")
            .And.Contain("permit = mutate\n");
        JsonDocument
            .Parse(File.ReadAllText(Path.Combine(_folder, "allure-results", "categories.json")))
            .RootElement.EnumerateArray()
            .Select(one => one.GetProperty("name").GetString())
            .Should()
            .BeEquivalentTo("Broken", "Unknown", "Held back", "Not permitted", "Waived", "Recovered", "Not asked");
    }

    [Test]
    public void A_line_break_in_a_name_makes_no_second_property()
    {
        Written(Samples.Green() with { SiteName = "edge\nadmin = yes" });
        File.ReadAllLines(Path.Combine(_folder, "allure-results", "environment.properties"))
            .Should()
            .NotContain(line => line.StartsWith("admin"));
    }

    private JsonElement[] Written(RunRecord run)
    {
        new AllureResults().Write(run, PrivateFolder.Make(_folder));
        return
        [
            .. Directory
                .GetFiles(Path.Combine(_folder, "allure-results"), "*-result.json")
                .Select(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement),
        ];
    }

    private static IEnumerable<string> Labels(JsonElement result, string name) =>
        result
            .GetProperty("labels")
            .EnumerateArray()
            .Where(label => label.GetProperty("name").GetString() == name)
            .Select(label => label.GetProperty("value").GetString()!);
}
