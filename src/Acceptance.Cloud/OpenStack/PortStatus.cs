namespace Acceptance.Cloud.OpenStack;

/// <summary>Status of a port (neutron-lib's constants.py).</summary>
public enum PortStatus
{
    [Word("ACTIVE")]
    Active,

    [Word("DOWN")]
    Down,

    [Word("BUILD")]
    Build,

    [Word("ERROR")]
    Error,

    [Word("N/A")]
    NotApplicable,
}
