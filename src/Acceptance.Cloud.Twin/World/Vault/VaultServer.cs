using System.Security.Cryptography;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Vault;

/// <summary>
/// The vault on its MySQL backend (R3: not HA). Sealed after every restart of its container, by design;
/// unsealed by three different shares of five.
/// The charm says so at its next update-status.
/// </summary>
internal sealed class VaultServer
{
    private readonly Ground _ground;
    private readonly HashSet<string> _given = [];

    public VaultServer(Ground ground, JujuModel juju)
    {
        _ground = ground;
        ClusterId = ground.NewId();
        ClusterName = $"vault-cluster-{ground.NewHexId()[..8]}";
        Shares = [.. Enumerable.Range(0, 5).Select(_ => Convert.ToBase64String(RandomNumberGenerator.GetBytes(33)))];
        Unit = juju.Application("vault").Units[0];
        juju.Assess("vault", Assess);
    }

    /// <summary>The key shares the operator keeps elsewhere (never in an argv: L4).</summary>
    public IReadOnlyList<string> Shares { get; }

    public int Threshold { get; init; } = 3;

    public bool Initialized { get; init; } = true;

    public bool Sealed { get; private set; }

    /// <summary>vault.service runs and its database answers (LP #1818973).</summary>
    public bool Running { get; set; } = true;

    public int Progress => _given.Count;

    public string Nonce { get; private set; } = "";

    public string Version => "1.7.9";

    public string StorageType => "mysql";

    public string ClusterName { get; }

    public string ClusterId { get; }

    /// <summary>Its one unit; the server stays where it is when juju forgets that.</summary>
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
            _ => ("active", "Unit is ready (active: true, mlock: disabled)"),
        };
        Unit.Say(word, message, _ground.Now);
    }
}
