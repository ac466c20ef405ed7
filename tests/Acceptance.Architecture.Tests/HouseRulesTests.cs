using Acceptance.Architecture.Tests.Rules;

namespace Acceptance.Architecture.Tests;

/// <summary>The rules that a text keeps or breaks, over the whole work tree; and each shown able to fail.</summary>
public class HouseRulesTests
{
    private static IEnumerable<Rule> All =>
        [
            new OneTypeAFile(),
            new FilesAreShort(),
            new MethodsAreShort(),
            new NamespacesAreFolders(),
            new NamesAreOfTheField(),
            new WorldKnowsNoWire(),
            new TwinIsNamedAtTheRoots(),
            new NoLiteralOfOneCloud(),
            new NoPathOfAMachine(),
            new NoPackageRegistry(),
            new NoSecret(),
            new TextsEndInLineFeeds(),
            new NothingUnfinished(),
            new BannedSymbolsAreExcused(),
            new FeaturesAreDocumentation(),
            new ReadmeNamesWhatExists(),
            new ProcessesStartInOnePlace(),
            new StatesAreNoText(),
            new KnownIssuesAreNamedByTheirClass(),
            new NothingOfAFeatureIsLost(),
            new LinesAreReadable(),
            new ExpressionsDoNotBacktrack(),
            new NoRedirectIsFollowed(),
            new ConsolesAreBehindTheWayOut(),
            new TheTwinOpensNoFileOfACaller(),
        ];

    [TestCaseSource(nameof(All))]
    public void The_house_keeps_its_rule(Rule rule)
    {
        var covered = Repository.Files.Where(rule.Covers).ToArray();
        var breaches = covered.SelectMany(rule.BreachesIn).ToArray();
        Assert.That(
            breaches,
            Is.Empty,
            () =>
                $"{breaches.Length} of rule {rule.Number}:\n"
                + $"{string.Join('\n', breaches.Take(40).Select(breach => breach.ToString()))}"
        );
    }

    [TestCaseSource(nameof(All))]
    public void A_rule_can_fail_and_says_where(Rule rule)
    {
        rule.Broken.Should().NotBeEmpty();
        foreach (var sample in rule.Broken)
        {
            rule.Covers(sample).Should().BeTrue("{0} must cover {1}", rule, sample.Path);
            var breaches = rule.BreachesIn(sample).ToArray();
            breaches.Should().NotBeEmpty("{0} must see what is wrong in:\n{1}", rule, sample.Text);
            breaches
                .Should()
                .OnlyContain(breach =>
                    breach.File == sample.Path
                    && breach.Line > 0
                    && breach.Line <= sample.Lines.Length
                    && breach.Sentence.EndsWith($"({rule.Number})", StringComparison.Ordinal)
                );
        }
    }

    [TestCaseSource(nameof(All))]
    public void A_rule_lets_pass_what_keeps_it(Rule rule) =>
        rule.Kept.Where(rule.Covers).SelectMany(rule.BreachesIn).Should().BeEmpty();

    [Test]
    public void Long_lines_are_few()
    {
        string[] lines = [.. Repository.Files.Where(file => file.IsCSharp).SelectMany(file => file.Lines)];
        var longer = lines.Count(line => line.Length > LinesAreReadable.Columns);
        TestContext.Out.WriteLine(
            $"{longer} of {lines.Length} lines have more than {LinesAreReadable.Columns} columns"
        );
        (longer * 1000.0 / lines.Length)
            .Should()
            .BeLessThanOrEqualTo(LinesAreReadable.LongOfThousand, "a text that must stay as it is, is rare");
    }

    [Test]
    public void Every_rule_has_a_number_of_its_own() => All.Select(rule => rule.Number).Should().OnlyHaveUniqueItems();

    [Test]
    public void Every_rule_is_asked() =>
        All.Select(rule => rule.GetType())
            .Should()
            .BeEquivalentTo(typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule))));

    [Test]
    public void The_work_tree_was_found() =>
        Repository
            .Files.Should()
            .Contain(file => file.Path == "src/Acceptance.Cloud/Evidence.cs")
            .And.HaveCountGreaterThan(500);
}
