namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// Whether the scheduler may use a service of Nova's, or a hypervisor; UNKNOWN comes from a cell that does not
/// answer (Nova's api-ref).
/// </summary>
public enum ServiceStatus
{
    [Word("enabled")]
    Enabled,

    [Word("disabled")]
    Disabled,

    [Word("UNKNOWN")]
    Unknown,
}
