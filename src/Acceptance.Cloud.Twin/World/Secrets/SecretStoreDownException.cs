namespace Acceptance.Cloud.Twin.World.Secrets;

/// <summary>Barbican could not put a secret into the store behind it.</summary>
internal sealed class SecretStoreDownException()
    : Exception("Secret creation failure seen - please contact site administrator.");
