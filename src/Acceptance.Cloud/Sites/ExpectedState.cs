namespace Acceptance.Cloud.Sites;

/// <summary>What is normal for an application: workload and agent words, patterns its message must match (empty: any), how many units (null: any but 0).</summary>
public sealed record ExpectedState
{
    public IReadOnlyList<string> Workload { get; init; } = ["active"];

    public IReadOnlyList<string> Agent { get; init; } = ["idle"];

    /// <summary>Regular expressions; the whole message must match one of them.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    [Lifetime(Lifetime.PerSite)]
    public int? Units { get; init; }

    /// <summary>Why a word that is no "active" is normal; shown in reports.</summary>
    public string? Because { get; init; }
}
