namespace Acceptance.Cloud.Sites;

/// <summary>Vault: the unseal rule, and the dated drill that shows the operator can (D-011.6).</summary>
public sealed record SiteVault
{
    [Lifetime(Lifetime.Fixed)]
    [Between(1, 255)]
    public int Threshold { get; init; } = 3;

    [Lifetime(Lifetime.Fixed)]
    [Between(1, 255)]
    public int Shares { get; init; } = 5;

    /// <summary>When the operator last unsealed by hand, and who.</summary>
    [Lifetime(Lifetime.PerRebuild)]
    public DateTimeOffset? LastDrill { get; init; }

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Prose)]
    public string? DrilledBy { get; init; }

    /// <summary>A drill counts for this long.</summary>
    [Lifetime(Lifetime.PerSite)]
    public TimeSpan DrillHolds { get; init; } = TimeSpan.FromDays(180);
}
