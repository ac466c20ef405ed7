namespace Acceptance.Cloud.Vault;

/// <summary>`vault status` (FACTS 8.3): threshold of shares, e.g. 3 of 5; progress while sealed.</summary>
public sealed record SealStatus(
    bool Initialized,
    bool Sealed,
    int Threshold,
    int Shares,
    int Progress,
    string StorageType,
    bool HaEnabled,
    string Version
);
