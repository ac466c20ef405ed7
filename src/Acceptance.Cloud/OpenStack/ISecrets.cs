namespace Acceptance.Cloud.OpenStack;

/// <summary>Barbican, where Magnum puts the certificates of its clusters.</summary>
public interface ISecrets
{
    /// <summary>POST of a secret: its id. ServerError where Barbican cannot put it into its own store.</summary>
    Task<Reading<string>> Store(Scope scope, SecretRequest request, CancellationToken cancel = default);

    Task<Reading<Done>> Delete(Scope scope, string id, CancellationToken cancel = default);
}
