namespace Acceptance.Architecture.Tests.Arrows;

/// <summary>From a project to one that it may know.</summary>
public sealed record Arrow(string From, string To)
{
    /// <summary>
    /// DESIGN 3: Features -> Steps -> Runs -> Decisions -> Cloud &lt;- Cloud.Live; the twin is beside the drivers,
    /// never under them.
    /// </summary>
    public static IReadOnlyList<Arrow> Allowed { get; } =
    [
        new("Acceptance.Decisions", "Acceptance.Cloud"),
        new("Acceptance.Cloud.Live", "Acceptance.Cloud"),
        new("Acceptance.Cloud.Twin", "Acceptance.Cloud"),
        .. Arrows("Acceptance.Runs", "Acceptance.Cloud", "Acceptance.Decisions"),
        .. Arrows("Acceptance.Steps", "Acceptance.Cloud", "Acceptance.Decisions", "Acceptance.Runs"),
        .. Arrows("Acceptance.Reporting", "Acceptance.Cloud", "Acceptance.Decisions"),
        // The command line and the feature assembly put clouds together: they, and tests, know both sides.
        .. Arrows(
            "Acceptance.Cli",
            "Acceptance.Cloud",
            "Acceptance.Cloud.Live",
            "Acceptance.Cloud.Twin",
            "Acceptance.Decisions",
            "Acceptance.Reporting",
            "Acceptance.Runs"
        ),
        .. Arrows(
            "Acceptance.Features",
            "Acceptance.Cloud",
            "Acceptance.Cloud.Live",
            "Acceptance.Cloud.Twin",
            "Acceptance.Decisions",
            "Acceptance.Reporting",
            "Acceptance.Runs",
            "Acceptance.Steps",
            "Acceptance.Cli"
        ),
    ];

    /// <summary>The way out of an arrow that is not allowed.</summary>
    public string Broken =>
        $"{From} knows {To}: DESIGN 3 allows it {string.Join(", ", AllowedTo.DefaultIfEmpty("no project of ours"))}; "
        + "put a port in Acceptance.Cloud, or move the code (H1)";

    private IEnumerable<string> AllowedTo => Allowed.Where(one => one.From == From).Select(one => one.To);

    public bool IsAllowed => Allowed.Contains(this) || IsOfTests(From);

    // The suite's own tests may know what they test; that no product knows them is asked elsewhere.
    private static bool IsOfTests(string project) =>
        project.EndsWith(".Tests", StringComparison.Ordinal)
        || project is "Acceptance.Benchmarks" or "Acceptance.Worlds";

    private static IEnumerable<Arrow> Arrows(string from, params string[] to) => to.Select(one => new Arrow(from, one));
}
