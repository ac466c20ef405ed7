namespace Acceptance.Cloud.OpenStack;

/// <summary>Status of a server (Nova's api/openstack/common.py, _STATE_MAP).</summary>
public enum ServerStatus
{
    [Word("ACTIVE")]
    Active,

    [Word("BUILD")]
    Build,

    [Word("DELETED")]
    Deleted,

    [Word("ERROR")]
    Error,

    [Word("HARD_REBOOT")]
    HardReboot,

    [Word("MIGRATING")]
    Migrating,

    [Word("PASSWORD")]
    Password,

    [Word("PAUSED")]
    Paused,

    [Word("REBOOT")]
    Reboot,

    [Word("REBUILD")]
    Rebuild,

    [Word("RESCUE")]
    Rescue,

    [Word("RESIZE")]
    Resize,

    [Word("REVERT_RESIZE")]
    RevertResize,

    [Word("SHELVED")]
    Shelved,

    [Word("SHELVED_OFFLOADED")]
    ShelvedOffloaded,

    [Word("SHUTOFF")]
    ShutOff,

    [Word("SOFT_DELETED")]
    SoftDeleted,

    [Word("SUSPENDED")]
    Suspended,

    [Word("UNKNOWN")]
    Unknown,

    [Word("VERIFY_RESIZE")]
    VerifyResize,
}
