namespace Acceptance.Cloud.Twin.World.Secrets;

/// <summary>A secret of Barbican's, without what is in it: nobody of the mission reads it back.</summary>
internal sealed record StoredSecret(string Id, string? Name, string ProjectId, DateTimeOffset? ExpiresAt);
