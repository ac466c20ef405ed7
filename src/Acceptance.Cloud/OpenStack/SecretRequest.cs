namespace Acceptance.Cloud.OpenStack;

/// <summary>A secret of plain text to be stored.</summary>
/// <param name="Expires">It ends by itself then.</param>
public sealed record SecretRequest(string Name, string Payload, DateTimeOffset Expires);
