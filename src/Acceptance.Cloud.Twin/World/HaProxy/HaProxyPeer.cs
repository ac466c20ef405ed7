namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>What stands behind a server line, as a health check meets it.</summary>
/// <param name="Speaks">"http", "tls-apache" (Apache and nginx answer plain HTTP with a 400),
/// "tls-openssl", "tls-python", "mute", "closes", "resets", "dropped", "refused".</param>
/// <param name="Status">Of an answer to an HTTP check.</param>
internal sealed record HaProxyPeer(string Speaks, int Status = 200)
{
    public static HaProxyPeer Refused { get; } = new("refused");

    public bool Tls => Speaks.StartsWith("tls-", StringComparison.Ordinal);

    /// <summary>Its certificate is signed by the Vault root.</summary>
    public bool SignedByVault { get; init; } = true;
}
