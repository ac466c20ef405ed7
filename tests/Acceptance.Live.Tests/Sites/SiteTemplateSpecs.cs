using System.Text.RegularExpressions;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Waits;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Sites;

/// <summary>sites/vr0-dc0.json: what an operator starts from.</summary>
public sealed partial class SiteTemplateSpecs
{
    [Test]
    public void It_reads_without_a_problem() =>
        new SiteReader(Budgets.ByName.Keys).Examine(SiteFolder.Template).Problems.Should().BeEmpty();

    [Test]
    public void Nothing_but_local_files_is_missing() =>
        SiteFiles
            .Missing(new SiteReader(home: "/nowhere").Read(SiteFolder.Template), "vr0-dc0.json")
            .Select(one => one.Path)
            .Should()
            .Equal(
                "$.credentials.openrc",
                "$.credentials.ca",
                "$.credentials.managementKubeconfig",
                "$.credentials.sshKey",
                "$.management.netEnv",
                "$.management.chartDependencies",
                "$.management.orcManifest"
            );

    [Test]
    public void It_names_all_eleven_core_vips() =>
        new SiteReader()
            .Read(SiteFolder.Template)
            .Endpoints.Select(one => one.Url.Host)
            .Should()
            .Equal(Enumerable.Range(50, 11).Select(last => $"10.12.4.{last}"));

    [Test]
    public void Each_literal_is_marked_as_the_model_marks_it()
    {
        var marks = SiteMarks.In(File.ReadAllText(SiteFolder.Template));
        marks.Should().HaveCountGreaterThan(80);
        marks
            .Where(line => !line.Written.SetEquals(line.Declared))
            .Select(line =>
                $"line {line.Number}: says {string.Join(", ", line.Written)}; "
                + $"the model says {string.Join(", ", line.Declared)}"
            )
            .Should()
            .BeEmpty();
    }

    [Test]
    public void Every_literal_of_the_model_says_how_long_it_is_true() => SiteMarks.Unmarked().Should().BeEmpty();

    [Test]
    public void The_committed_schema_is_the_generated_one() =>
        File.ReadAllText(WorkTree.PathOf("sites", "site.schema.json"))
            .ReplaceLineEndings("\n")
            .Should()
            .Be(
                SiteSchema.Text(),
                "run: dotnet run --project src/Acceptance.Cli -- site schema > sites/site.schema.json"
            );

    [Test]
    public void The_waivers_that_are_commented_out_read_when_they_are_not()
    {
        using var site = new SiteFolder().Holds(CommentedWaiver().Replace(File.ReadAllText(SiteFolder.Template), "$1"));
        site.Read().Waivers.Select(one => one.Item).Should().Equal("D-011.7", "D-011.8", "D-045");
    }

    [GeneratedRegex("""// (\{ "item": .*)""")]
    private static partial Regex CommentedWaiver();
}
