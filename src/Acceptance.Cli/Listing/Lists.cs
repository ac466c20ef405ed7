using Acceptance.Cli.Twins;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;

namespace Acceptance.Cli.Listing;

/// <summary>What can be listed, each sorted bottom up.</summary>
internal static class Lists
{
    public static IReadOnlyList<Listed> Checks() =>
        BottomUp(
            CheckCatalogue.All.Select(check => new Listed(
                check.Id,
                check.Rung,
                check.Gates ? "gate" : "asked",
                check.Promise
            ))
        );

    public static IReadOnlyList<Listed> Entries() =>
        BottomUp(
            KnownIssueIndex.All.Select(issue => new Listed(
                issue.Id,
                issue.Rung,
                KindOf(issue),
                issue.Aliases.Count == 0 ? issue.Title : $"{issue.Title} (also {string.Join(", ", issue.Aliases)})"
            ))
        );

    public static IReadOnlyList<Listed> Rungs() =>
        [
            .. Ladder.Rungs.Select(rung => new Listed(
                rung.Name,
                rung.Name,
                "rung",
                rung.StandsOn.Count == 0 ? rung.Means : $"{rung.Means} (on {string.Join(", ", rung.StandsOn)})"
            )),
        ];

    /// <summary>The twin alone knows its faults: one is started, asked and ended.</summary>
    public static async Task<IReadOnlyList<Listed>> Faults(CancellationToken cancel)
    {
        await using var twin = Twin.Start();
        using var control = new TwinControl(twin.Control);
        var known = (await control.Faults(cancel))["known"]!.AsArray();
        return BottomUp(
            known.Select(fault =>
            {
                var id = fault!["id"]!.GetValue<string>();
                var issue = KnownIssueIndex.OfFault(id);
                return new Listed(id, issue?.Rung, "fault", fault["says"]!.GetValue<string>()) { Entry = issue?.Id };
            })
        );
    }

    /// <summary>What a filter of a run may name: Category=TAG.</summary>
    public static IReadOnlyList<Listed> Tags() =>
        BottomUp([
            .. Ladder.Rungs.Select(rung => new Listed($"layer:{rung.Name}", rung.Name, "layer", rung.Means)),
            .. KnownIssueIndex.All.SelectMany(TagsOfEntry),
            .. ExitGate
                .Functional.Append(ExitGate.Optional)
                .Append(ExitGate.Formal)
                .Append(ExitGate.Deferred)
                .Where(tag => KnownIssueIndex.Find(tag) is null)
                .Select(tag => new Listed(tag, null, "bar", "what the exit gate asks for")),
            new("Acceptance", null, "set", "the whole run against a cloud"),
            new("AppendixA", null, "set", "guards and rehearsals of the troubleshooting index"),
            new("rehearsal", null, "set", "breaks a twin of its own and asks what is said of it"),
            new("observes", null, "permit", "needs the permit observe: it reads only"),
            new("mutates", null, "permit", "needs the permit mutate: what it changes can be undone"),
            new("destroys", null, "permit", "needs the permit destroy"),
            new("waivable", null, "set", "a waiver of the site may cover it"),
        ]);

    private static IEnumerable<Listed> TagsOfEntry(KnownIssue issue) =>
        issue
            .Aliases.Select(alias => new Listed(alias, issue.Rung, "alias", issue.Title) { Entry = issue.Id })
            .Prepend(new Listed(issue.Id, issue.Rung, "entry", issue.Title) { Entry = issue.Id });

    private static string KindOf(KnownIssue issue) =>
        issue.Kind switch
        {
            KnownIssueKind.Trap => "trap",
            KnownIssueKind.LookAlike => "look-alike",
            _ => "fault",
        };

    // In the order of their source within a rung, which is the order in which they are asked.
    private static IReadOnlyList<Listed> BottomUp(IEnumerable<Listed> rows) =>
        [.. rows.OrderBy(row => row.Rung is { } rung ? Ladder.Height(rung) : int.MaxValue)];
}
