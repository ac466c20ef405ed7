namespace Acceptance.Cloud.OpenStack;

/// <summary>Status of a floating IP (Neutron's api-ref).</summary>
public enum FloatingIpStatus
{
    [Word("ACTIVE")]
    Active,

    [Word("DOWN")]
    Down,

    [Word("ERROR")]
    Error,
}
