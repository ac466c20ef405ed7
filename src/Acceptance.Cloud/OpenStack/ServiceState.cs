namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// Whether a service of Nova's, and so a hypervisor, has reported in of late (Nova's api-ref: os-services, os-
/// hypervisors).
/// </summary>
public enum ServiceState
{
    [Word("up")]
    Up,

    [Word("down")]
    Down,
}
