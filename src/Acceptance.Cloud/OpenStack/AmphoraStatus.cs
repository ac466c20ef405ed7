namespace Acceptance.Cloud.OpenStack;

/// <summary>Status of an amphora (FACTS 8.7; Octavia's common/constants.py).</summary>
public enum AmphoraStatus
{
    [Word("BOOTING")]
    Booting,

    [Word("ALLOCATED")]
    Allocated,

    [Word("READY")]
    Ready,

    [Word("PENDING_CREATE")]
    PendingCreate,

    [Word("PENDING_DELETE")]
    PendingDelete,

    [Word("DELETED")]
    Deleted,

    [Word("ERROR")]
    Error,

    [Word("FAILOVER_STOPPED")]
    FailoverStopped,
}
