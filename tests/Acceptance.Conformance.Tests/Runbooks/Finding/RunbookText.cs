using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>
/// A runbook as it reached us: some of its Markdown's marks (fences, backticks, words in angle brackets) were lost in
/// transit.
/// </summary>
internal sealed record RunbookText(string Name, IReadOnlyList<string> Lines)
{
    /// <summary>In the order in which an operator meets them.</summary>
    private static readonly string[] Names =
    [
        "phase-00-teardown-maas-reset",
        "phase-08-workload-cluster-acceptance",
        "ops-capi-recovery",
        "ops-restart-procedure",
        "appendix-A-troubleshooting",
    ];

    /// <summary>All five. Without the folder the test is skipped with a sentence; in CI it fails.</summary>
    public static IReadOnlyList<RunbookText> All()
    {
        var folder = SharedFolder.Need("runbooks", "no block of theirs was run");
        return [.. Names.Select(name => new RunbookText(name, File.ReadAllLines(Path.Combine(folder, name + ".md"))))];
    }
}
