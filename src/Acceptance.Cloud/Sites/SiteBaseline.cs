namespace Acceptance.Cloud.Sites;

/// <summary>
/// Of which kind D-011.7's baseline is: snapshots as the runbook has it (D-012), or a dated capture of what was
/// asserted. Each is held to its own rule; neither is a waiver.
/// </summary>
public sealed record SiteBaseline
{
    public const string Snapshots = "snapshots";

    public const string Capture = "capture";

    [Lifetime(Lifetime.PerSite)]
    [Allowed(Snapshots, Capture)]
    public required string Kind { get; init; }

    /// <summary>Where captures lie, on this machine and outside of any repository.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Folder)]
    public string? Folder { get; init; }

    /// <summary>A capture counts for this long.</summary>
    [Lifetime(Lifetime.PerSite)]
    public TimeSpan Holds { get; init; } = TimeSpan.FromDays(30);
}
