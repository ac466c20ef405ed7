using Acceptance.Cloud;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Cases;

/// <summary>
/// The test of a row hands on what the suite says of it; whoever listens puts it into the approved text. Nobody
/// listens in an ordinary run of that test.
/// </summary>
internal static class ReadAloud
{
    private static readonly AsyncLocal<List<CaseWords>?> Listener = new();

    private static readonly Site Site = new SiteReader().Read(WorkTree.PathOf("sites", "vr0-dc0.json"));

    /// <summary>All that is read aloud while these tests run.</summary>
    public static async Task<IReadOnlyList<CaseWords>> Hear(Func<Task> tests)
    {
        List<CaseWords> heard = [];
        Listener.Value = heard;
        await tests();
        return heard;
    }

    public static Verdict Aloud(this Verdict verdict, string row, string put)
    {
        Say(row, put, Words(verdict));
        return verdict;
    }

    /// <param name="read">What was read, where it was.</param>
    public static Reading<T> Aloud<T>(this Reading<T> reading, string row, string put, Func<T, string> read)
    {
        Say(
            row,
            put,
            reading is Reading<T>.Unread unread
                ? [$"not read: {unread.Sentence}", .. ByHand(unread.Evidence)]
                : [$"read: {read(((Reading<T>.Seen)reading).Value)}"]
        );
        return reading;
    }

    public static IReadOnlyList<string> Aloud(this IReadOnlyList<string> refusals, string row, string put)
    {
        Say(row, put, [.. refusals.Select(one => $"refused: {one}")]);
        return refusals;
    }

    public static void Say(string row, string put, IReadOnlyList<string> lines) =>
        Listener.Value?.Add(new CaseWords(row, put, lines));

    private static IReadOnlyList<string> Words(Verdict verdict) =>
        verdict switch
        {
            Verdict.Broken broken => [.. broken.Findings.SelectMany(Words)],
            Verdict.Kept kept => [$"{verdict.Words}", .. ByHand(kept.Evidence)],
            Verdict.Unknown unknown => [$"{verdict.Words}", .. ByHand(unknown.Evidence)],
            _ => [$"{verdict.Words}"],
        };

    private static IEnumerable<string> Words(Finding finding) =>
        [
            $"broken, {finding.Victim}: {finding.Sentence}",
            .. ByHand(finding.Evidence),
            .. KnownIssueIndex.Find(finding.Entry) is { } issue
                ? Fix.Render(issue, finding.Victim, Site)
                    .Select((step, at) => $"{(at == 0 ? $"{issue.Id}, {issue.Title}: " : "then: ")}{step}")
                : [],
        ];

    private static IEnumerable<string> ByHand(Evidence evidence) =>
        evidence.ByHand.IsEmpty ? [] : [$"by hand: {evidence.ByHand}"];
}
