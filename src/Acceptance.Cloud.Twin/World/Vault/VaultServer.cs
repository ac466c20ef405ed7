using System.Security.Cryptography;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Vault;

/// <summary>
/// A unit's vault, alone on its MySQL backend (R3: not HA) or one of a cluster on raft, of which one is active.
/// Sealed after every restart of its container, by design; unsealed by three different shares of five.
/// The charm says so at its next update-status.
/// </summary>
internal sealed class VaultServer
{
    private readonly Ground _ground;
    private readonly HashSet<string> _given = [];
    private readonly IReadOnlyList<VaultServer> _peers;

    private VaultServer(Ground ground, JujuUnit unit, IReadOnlyList<VaultServer> peers)
    {
        (_ground, Unit, _peers) = (ground, unit, peers);
        if (peers.Count > 0)
        {
            (ClusterId, ClusterName, Shares) = (peers[0].ClusterId, peers[0].ClusterName, peers[0].Shares);
            return;
        }

        ClusterId = ground.NewId();
        ClusterName = $"vault-cluster-{ground.NewHexId()[..8]}";
        Shares = [.. Enumerable.Range(0, 5).Select(_ => Convert.ToBase64String(RandomNumberGenerator.GetBytes(33)))];
    }

    /// <summary>One a unit; together they are one cluster, with the same shares.</summary>
    public static IReadOnlyList<VaultServer> All(Ground ground, JujuModel juju)
    {
        List<VaultServer> all = [];
        foreach (var unit in juju.Application("vault").Units)
            all.Add(new VaultServer(ground, unit, all));
        juju.Assess("vault", () => all.ForEach(one => one.Assess()));
        all.ForEach(one => one.Assess());
        return all;
    }

    /// <summary>The key shares the operator keeps elsewhere (never in an argv: L4).</summary>
    public IReadOnlyList<string> Shares { get; }

    public int Threshold { get; init; } = 3;

    public bool Initialized { get; init; } = true;

    public bool Sealed { get; private set; }

    /// <summary>Somebody ran generate-root-ca, and nobody disable-pki since (DOCFIX-014).</summary>
    public bool HasRootCa { get; set; } = true;

    /// <summary>vault.service runs and its database answers (LP #1818973).</summary>
    public bool Running { get; set; } = true;

    public int Progress => _given.Count;

    public string Nonce { get; private set; } = "";

    public string Version => "1.7.9";

    public string StorageType => HasPeers ? "raft" : "mysql";

    public string ClusterName { get; }

    public string ClusterId { get; }

    public bool HasPeers => _peers.Count > 1;

    /// <summary>Who is active: the first that can be; null while all are sealed.</summary>
    public VaultServer? Leader =>
        _peers.FirstOrDefault(peer => peer is { Running: true, Sealed: false } && peer.Unit.Machine.AgentUp);

    /// <summary>Since when its process can have been active.</summary>
    public DateTimeOffset ActiveSince => Unit.Machine.BootedAt;

    /// <summary>Its unit; the server stays where it is when juju forgets that.</summary>
    public JujuUnit Unit { get; }

    public void Seal()
    {
        Sealed = true;
        ResetUnseal();
    }

    public void UnsealAtOnce()
    {
        Sealed = false;
        ResetUnseal();
    }

    public void ResetUnseal()
    {
        _given.Clear();
        Nonce = "";
    }

    /// <summary>Takes one share. False when the third turns out wrong: the attempt starts again.</summary>
    public bool Unseal(string share)
    {
        if (!Sealed)
            return true;
        if (Nonce.Length == 0)
            Nonce = _ground.NewId();
        _given.Add(share);
        if (_given.Count < Threshold)
            return true;
        var right = _given.All(Shares.Contains);
        if (right)
            Sealed = false;
        ResetUnseal();
        return right;
    }

    private void Assess()
    {
        var (word, message) = (Running, Initialized, Sealed) switch
        {
            (false, _, _) => ("blocked", "Vault service not running"),
            (_, false, _) => ("blocked", "Vault needs to be initialized"),
            (_, _, true) => ("blocked", "Unit is sealed"),
            _ when !HasRootCa => ("blocked", "Missing CA cert"),
            _ => ("active", $"Unit is ready (active: {(Leader == this ? "true" : "false")}, mlock: disabled)"),
        };
        Unit.Say(word, message, _ground.Now);
    }
}
