namespace Acceptance.Cloud.Sites;

/// <summary>
/// What is normal for an application: workload and agent words, patterns its message must match (empty: any), how
/// many units (null: any but 0).
/// </summary>
public sealed record ExpectedState
{
    [Lifetime(Lifetime.Fixed)]
    [Allowed("active", "blocked", "waiting", "maintenance", "error", "unknown", "terminated")]
    public IReadOnlyList<string> Workload { get; init; } = ["active"];

    [Lifetime(Lifetime.Fixed)]
    [Allowed("idle", "executing", "allocating", "lost", "failed", "error", "rebooting")]
    public IReadOnlyList<string> Agent { get; init; } = ["idle"];

    /// <summary>Regular expressions; the whole message must match one of them.</summary>
    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Pattern)]
    public IReadOnlyList<string> Messages { get; init; } = [];

    [Lifetime(Lifetime.PerSite)]
    [Between(0)]
    public int? Units { get; init; }

    /// <summary>The channel that its charm follows (D-068); null: any.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Word)]
    public string? Channel { get; init; }

    /// <summary>The revision of its charm that is documented; a newer one is expected (D-002).</summary>
    [Lifetime(Lifetime.PerSite)]
    [Between(0)]
    public int? Revision { get; init; }

    /// <summary>Why a word that is no "active" is normal; shown in reports.</summary>
    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Prose)]
    public string? Because { get; init; }
}
