namespace Acceptance.Decisions.KnownIssues;

/// <summary>The entries that this suite's findings route to. One entry stands in one place.</summary>
public static class KnownIssueIndex
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vault-sealed"] = "restart-3",
        ["mysql-degraded"] = "mysql-outage",
        ["lxd-container-down"] = "restart-1",
        ["DOCFIX-031"] = "D-045",
        ["D-031"] = "D-042",
        ["CORRECTION-1"] = "FINDING-3",
        ["FINDING-4"] = "stuck-delete",
        ["CNI-label"] = "DOCFIX-032",
        ["D-012"] = "D-011.7",
        ["D-019"] = "D-011.8",
    };

    public static IReadOnlyDictionary<string, KnownIssue> All { get; } =
        FoundationIssues
            .All.Concat(CloudIssues.All)
            .Concat(ClusterIssues.All)
            .Concat(BarIssues.All)
            .ToDictionary(issue => issue.Tag, StringComparer.OrdinalIgnoreCase);

    /// <summary>By tag or alias; null when the index has no such entry.</summary>
    public static KnownIssue? Find(string? tag) =>
        tag is null ? null : All.GetValueOrDefault(Aliases.GetValueOrDefault(tag, tag));
}
