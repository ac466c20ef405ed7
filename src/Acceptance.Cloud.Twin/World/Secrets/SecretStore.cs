using System.Globalization;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Vault;

namespace Acceptance.Cloud.Twin.World.Secrets;

/// <summary>
/// Barbican before Vault. Its AppRole is bound to its address on one plane; when it leaves by another, Vault refuses
/// the login with 400, and nothing can be stored (D-067); a sealed Vault answers 503. Barbican logs Vault's words of a
/// 400 and the name of a 503 (castellan, key_manager/vault_key_manager.py; barbican, plugin/castellan_secret_store.py),
/// and tells its caller neither (barbican, api/__init__.py).
/// </summary>
internal sealed class SecretStore(Ground ground, JujuModel juju, IReadOnlyList<VaultServer> vaults)
{
    private const string BoundTo = "metal-internal";
    private const string Log = "/var/log/barbican/barbican-api.log";

    public List<StoredSecret> All { get; } = [];

    /// <summary>The plane by which Barbican's units reach Vault.</summary>
    public string LeavesBy { get; set; } = BoundTo;

    public IReadOnlyList<JujuUnit> Units => juju.Application("barbican").Units;

    /// <summary>Why Vault takes nothing of Barbican's, as castellan has it; null: it does.</summary>
    private string? Trouble =>
        vaults.Count > 0 && vaults[0].Leader is null ? "Service Unavailable"
        : LeavesBy != BoundTo
            ? $"source address \"{Units[0].Machine.Addresses[LeavesBy]}\" unauthorized through CIDR "
                + "restrictions on the secret ID"
        : null;

    public StoredSecret Store(string? name, string projectId, DateTimeOffset? expires)
    {
        Reach();
        var secret = new StoredSecret(ground.NewId(), name, projectId, expires);
        All.Add(secret);
        return secret;
    }

    /// <summary>Logs in to Vault; when that fails, Barbican's log has why, as Apache writes it.</summary>
    public void Reach()
    {
        if (Trouble is not { } trouble)
            return;
        var files = Units[0].Machine.Files;
        var now = ground.Now.UtcDateTime;
        files.Write(
            Log,
            files.Read(Log)
                + At(now, "[ddd MMM dd HH:mm:ss.ffffff yyyy]")
                + " [wsgi:error] [pid 4711:tid 140211] "
                + At(now, "yyyy-MM-dd HH:mm:ss.fff")
                + $" 4711 ERROR barbican.plugin.castellan_secret_store [-] Error storing secret: {trouble}\n"
        );
        throw new SecretStoreDownException();
    }

    private static string At(DateTime moment, string form) => moment.ToString(form, CultureInfo.InvariantCulture);
}
