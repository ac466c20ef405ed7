namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>How far the management cluster's only machine has come since its last start.</summary>
internal enum ManagementPhase
{
    /// <summary>The VM is not ACTIVE: its address is silent.</summary>
    Off,

    /// <summary>Powered on; nothing answers yet.</summary>
    Booting,

    /// <summary>sshd answers; k8sd does not yet (control.socket deadline).</summary>
    SshdUp,

    /// <summary>The API server comes and goes: TLS handshake timeouts, 503.</summary>
    Converging,

    Ready,
}
