namespace Acceptance.Cloud.Vault;

/// <summary>Vault, asked on its own units: there is no route to it from the jumphost (FACTS 0.23).</summary>
public interface IVault
{
    /// <summary>
    /// `vault status` on every vault unit whose agent answers; missing units are unknown to the caller by name.
    /// </summary>
    Task<Reading<IReadOnlyDictionary<string, SealStatus>>> SealStatus(CancellationToken cancel = default);
}
