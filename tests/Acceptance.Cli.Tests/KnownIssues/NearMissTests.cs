using Acceptance.Decisions.KnownIssues;
using Acceptance.Surroundings;

namespace Acceptance.Cli.Tests.KnownIssues;

/// <summary>Each collected report is carried once, and each entry is told apart from something.</summary>
public sealed class NearMissTests
{
    /// <summary>A command, an error text or a number, a field, or a word of a program in capitals.</summary>
    private const string FactOrCommand = "`[^`]+`|[0-9]{3,}|[a-z]+_[a-z_]+|[A-Z]{2,}";

    private static IEnumerable<KnownIssue> Entries => KnownIssueIndex.All;

    private static IEnumerable<(string Id, string Entry)> Rows() =>
        File.ReadLines(
                SharedFolder.Need(Path.Combine("cases", "near-misses.tsv"), "no report's near miss is looked for")
            )
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1]));

    [Test]
    public void Every_report_is_carried_by_one_entry_or_named_with_a_reason()
    {
        var rows = Rows().ToArray();
        rows.Should().HaveCountGreaterThan(80);
        NearMissIndex
            .All.Select(one => one.NearMiss.Source)
            .Where(source => rows.Any(row => row.Id == source))
            .Concat(NearMissIndex.NotShown.Keys)
            .Should()
            .BeEquivalentTo(rows.Select(row => row.Id), "each once, and none that is no row");
    }

    [Test]
    public void A_report_is_carried_by_the_entry_that_it_was_collected_beside()
    {
        var carriers = NearMissIndex.All.ToLookup(one => one.NearMiss.Source, one => one.Entry);
        Rows()
            .Where(row =>
                KnownIssueIndex.Find(row.Entry) is { } entry && carriers[row.Id].Any(carrier => carrier != entry.Id)
            )
            .Should()
            .BeEmpty();
    }

    [TestCaseSource(nameof(Entries))]
    public void An_entry_is_told_apart_from_something(KnownIssue issue) => issue.NearMisses.Should().NotBeEmpty();

    [Test]
    public void A_near_miss_is_whole_and_a_fact_or_a_command_decides_it()
    {
        NearMissIndex.All.Should().HaveCountGreaterThan(100);
        foreach (var (entry, miss) in NearMissIndex.All)
        {
            foreach (var text in new[] { miss.Looks, miss.Is, miss.DoNot, miss.Source })
                text.Should().NotBeNullOrWhiteSpace("{0} beside {1}", miss.Source, entry);
            Fix.Render(miss.ToldApartBy, "a/0", null)
                .ToString()
                .Should()
                .MatchRegex(FactOrCommand, "{0} beside {1}", miss.Source, entry);
        }
    }

    [Test]
    public void What_is_not_shown_says_why() =>
        NearMissIndex.NotShown.Values.Should().OnlyContain(because => because.Length > 20);
}
