namespace Acceptance.Cloud.OpenStack;

/// <summary>Status of a network (Neutron's api-ref).</summary>
public enum NetworkStatus
{
    [Word("ACTIVE")]
    Active,

    [Word("DOWN")]
    Down,

    [Word("BUILD")]
    Build,

    [Word("ERROR")]
    Error,
}
