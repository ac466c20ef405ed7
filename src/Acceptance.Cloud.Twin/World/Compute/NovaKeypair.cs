namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>A public key that a user keeps at Nova.</summary>
internal sealed record NovaKeypair(
    int Id,
    string Name,
    string UserId,
    string PublicKey,
    string Fingerprint,
    DateTimeOffset CreatedAt
);
