using System.Globalization;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Secrets;

/// <summary>
/// Barbican before Vault. Its AppRole is bound to its address on one plane; when it leaves by another, Vault refuses
/// the login, and nothing can be stored (D-067).
/// </summary>
internal sealed class SecretStore(Ground ground, JujuModel juju)
{
    private const string BoundTo = "metal-internal";
    private const string Log = "/var/log/barbican/barbican-api.log";

    public List<StoredSecret> All { get; } = [];

    /// <summary>The plane by which Barbican's units reach Vault.</summary>
    public string LeavesBy { get; set; } = BoundTo;

    public IReadOnlyList<JujuUnit> Units => juju.Application("barbican").Units;

    /// <summary>Vault lets Barbican in.</summary>
    public bool TakesSecrets => LeavesBy == BoundTo;

    public StoredSecret Store(string? name, string projectId, DateTimeOffset? expires)
    {
        Reach();
        var secret = new StoredSecret(ground.NewId(), name, projectId, expires);
        All.Add(secret);
        return secret;
    }

    /// <summary>Logs in to Vault; when Vault refuses, Barbican's log has its words.</summary>
    public void Reach()
    {
        if (TakesSecrets)
            return;
        var unit = Units[0];
        var at = ground.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        unit.Machine.Files.Write(
            Log,
            unit.Machine.Files.Read(Log)
                + $"{at} 4711 ERROR barbican.api.controllers castellan.common.exception.KeyManagerError: Key manager "
                + $"error: source address \"{unit.Machine.Addresses[LeavesBy]}\" unauthorized through CIDR "
                + "restrictions on the secret ID\n"
        );
        throw new SecretStoreDownException();
    }
}
