namespace Acceptance.Decisions.KnownIssues;

/// <summary>The near misses of all entries.</summary>
public static class NearMissIndex
{
    /// <summary>Rows of the collected reports that a cloud of this kind cannot show, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> NotShown { get; } =
        new Dictionary<string, string>
        {
            ["N82"] = "a regression of haproxy 2.0.6, which is older than every series that the charms are deployed on",
            ["N90"] = "it takes containers that Juju 2.9.43 or older made; this cloud's were made by Juju 3",
            ["N97"] = "a fault of Juju 1.25 (LP #1519527): Juju 3 never repeats an address that MAAS left out",
        };

    /// <summary>Each near miss with the id of the entry that carries it.</summary>
    public static IReadOnlyList<(string Entry, NearMiss NearMiss)> All { get; } =
    [.. KnownIssueIndex.All.SelectMany(issue => issue.NearMisses.Select(one => (issue.Id, one)))];

    /// <summary>
    /// What no check tells from the entry: the reads that do come before its fix. Not the entry in other words.
    /// </summary>
    public static IReadOnlyList<NearMiss> NotRuledOut(KnownIssue issue) =>
        [.. issue.NearMisses.Where(one => !one.IsTheEntry && !one.IsRead)];
}
