using Acceptance.Live.Tests.Hostile.Services;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Hostile;

/// <summary>
/// The table of hostile services: each kind with each client ends, with the sentence that is approved, no more was read
/// than the bound, and what we prove ourselves with went nowhere else and is not shown.
/// </summary>
public sealed class HostileServicesTests
{
    /// <summary>What the system holds on its way, on both sides.</summary>
    private const long OnItsWay = 16 << 20;

    /// <summary>A service that goes on for ever sends 2 MiB a second, and a deadline is a minute.</summary>
    private const long UntilTheDeadline = 120 << 20;

    private static readonly string Approved = Path.Combine(WorkTree.Root, "docs", "hostile-services.approved.txt");

    private static IEnumerable<TestCaseData> Rows =>
        Hostilities.Rows.Select(row => new TestCaseData(row.Kind.Name, row.Client.Name));

    [TestCaseSource(nameof(Rows))]
    public async Task Each_ends_with_its_sentence_within_its_bounds(string kind, string named)
    {
        var client = HostileClients.All.Single(client => client.Name == named);
        var met = await HostileMeeting.Of(Hostilities.All.Single(one => one.Name == kind), client);
        TestContext.Out.WriteLine(met.Row);
        met.Row.Should().Be(File.ReadLines(Approved).SingleOrDefault(row => row.StartsWith($"{kind}\t{named}\t")));
        met.Sent.Should().BeLessThan(Math.Max(UntilTheDeadline, client.Bound * met.Requests.Count) + OnItsWay);
        met.Elsewhere.Should().BeEmpty("nobody asked to be led there");
        var shown = $"{met.Ended.Sentence}\n{met.Ended.Evidence}";
        shown.Should().NotContainAny(HostileClients.OfUser, HostileClients.Token, HostileClients.Bearer);
        shown.Length.Should().BeLessThan(3_000);
        met.Ended.Sentence.Should().NotMatchRegex("[\\p{Cc}\\p{Cf}]");
        string[] own = client.Secret is { } secret ? [secret] : [];
        string[] others = [HostileClients.OfUser, HostileClients.Token, HostileClients.Bearer];
        met.Requests.Should().NotContain(request => others.Except(own).Any(request.Contains));
    }

    [Test]
    public void The_table_has_these_rows_and_no_others() =>
        File.ReadAllLines(Approved)
            .Select(row => string.Join('\t', row.Split('\t').Take(2)))
            .Should()
            .Equal(Hostilities.Rows.Select(row => $"{row.Kind}\t{row.Client}"));
}
