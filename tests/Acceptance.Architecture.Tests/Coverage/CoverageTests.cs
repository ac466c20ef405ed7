using Acceptance.Decisions.Asserts;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Architecture.Tests.Coverage;

/// <summary>
/// H21: the features, the known issues and the faults speak of what the runbooks hold, by the runbooks' own names.
/// </summary>
public class CoverageTests
{
    /// <summary>What the bar promises: each has a scenario at least.</summary>
    private static readonly string[] Bar =
    [
        "phase-08.0",
        "phase-08.1",
        "phase-08.2",
        "phase-08.3",
        "phase-08.5",
        "phase-08.exit",
        "D-011.1",
        "D-011.2",
        "D-011.3",
        "D-011.4",
        "D-011.5",
        "D-011.6",
        "D-011.7",
        "D-011.8",
        "scope-hygiene",
        "DOCFIX-034",
        "DOCFIX-037",
        "DOCFIX-038",
        "DOCFIX-039",
        "DOCFIX-040-phase-08",
    ];

    /// <summary>
    /// Known by no heading of the runbooks, only by their facts (FACTS 0.14, 8.6) and figures (ops-capi-recovery 5c);
    /// or two of the four traps under one (nginx-reverse-proxy).
    /// </summary>
    private static readonly string[] WithoutHeading =
    [
        "capture-baseline",
        "floating-ips-dark",
        "crash-loop",
        "D-011.4-blip",
        "image-staging",
        "machine-not-deployed",
        "model-suspended",
        "nginx-reload",
        "nginx-sed",
        "round-robin-one-pod",
    ];

    private static IEnumerable<SourceFile> Features =>
        Repository.Files.Where(file => file.IsFeature && file.Under("features/"));

    [Test]
    public void Every_tag_is_of_the_runbooks_or_of_ours() =>
        FeatureTags.Strange(Features, CoverageTable.Read()).Should().BeEmpty();

    [TestCaseSource(nameof(Bar))]
    public void Every_item_of_the_bar_has_a_scenario(string tag)
    {
        CoverageTable.Read().Tags.Should().Contain(tag, "the bar is the runbooks' own");
        FeatureTags
            .Asked(Features)
            .Should()
            .Contain(tag, "an item without a scenario is never proven: write one with @{0} (H21)", tag);
    }

    [Test]
    public void Every_item_of_cloud_assert_is_the_tables_and_has_a_scenario()
    {
        CloudAssert
            .Items.Select(item => (item.Id, item.Title))
            .Should()
            .Equal(CoverageTable.Read().RowsOf("cloud-assert"));
        FeatureTags.Asked(Features).Should().Contain(CloudAssert.Items.Select(item => item.Id));
    }

    [Test]
    public void The_exit_gate_asks_for_items_of_the_bar() =>
        ExitGate
            .Functional.Append(ExitGate.Formal)
            .Append(ExitGate.Deferred)
            .Append(ExitGate.Optional)
            .Should()
            .BeSubsetOf(Bar);

    [Test]
    public void Every_known_issue_is_an_entry_of_the_runbooks()
    {
        var coverage = CoverageTable.Read();
        KnownIssueIndex
            .All.Select(issue => issue.Id)
            .Where(tag => !coverage.Tags.Contains(tag))
            .Should()
            .BeEquivalentTo(WithoutHeading);
    }

    [Test]
    public void Every_alias_of_the_runbooks_finds_the_entry_that_it_stands_for()
    {
        var coverage = CoverageTable.Read();
        foreach (var issue in KnownIssueIndex.All.Where(issue => coverage.Tags.Contains(issue.Id)))
        {
            foreach (var alias in coverage.AliasesOf(issue.Id))
                KnownIssueIndex
                    .Find(alias)
                    .Should()
                    .BeSameAs(issue, "{0} is an alias of {1} in coverage.tsv", alias, issue.Id);
        }
    }

    [Test]
    public void A_strange_tag_is_seen_with_its_place() =>
        FeatureTags
            .Strange(
                [
                    new(
                        "features/a.feature",
                        "@Acceptance @D-011.1\nFeature: A\n\n  @D-099 @layer:rabbit\n  Scenario: B\n    Then c\n"
                    ),
                ],
                CoverageTable.Of("D-011.1\tphase-08\tx\t")
            )
            .Should()
            .HaveCount(2)
            .And.Contain(
                "features/a.feature:4: @D-099 is no id of the runbooks and no tag of ours: "
                    + "correct it, or bring it into coverage.tsv (H21)"
            );

    [Test]
    public void A_tag_on_a_feature_without_a_scenario_asks_nothing() =>
        FeatureTags.Asked([new("features/a.feature", "@D-011.1\nFeature: A\n")]).Should().BeEmpty();

    [Test]
    public void An_alias_of_the_table_is_held() =>
        CoverageTable.Of("D-045\tappendix-A\tx\tDOCFIX-031 DOCFIX-071").Holds("DOCFIX-071").Should().BeTrue();
}
