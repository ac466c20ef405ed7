namespace Acceptance.Cloud.OpenStack;

/// <summary>Status of a cluster (FACTS 8.8; Magnum's objects/fields.py, ClusterStatus).</summary>
public enum ClusterStatus
{
    [Word("CREATE_IN_PROGRESS")]
    CreateInProgress,

    [Word("CREATE_FAILED")]
    CreateFailed,

    [Word("CREATE_COMPLETE")]
    CreateComplete,

    [Word("UPDATE_IN_PROGRESS")]
    UpdateInProgress,

    [Word("UPDATE_FAILED")]
    UpdateFailed,

    [Word("UPDATE_COMPLETE")]
    UpdateComplete,

    [Word("DELETE_IN_PROGRESS")]
    DeleteInProgress,

    [Word("DELETE_FAILED")]
    DeleteFailed,

    [Word("DELETE_COMPLETE")]
    DeleteComplete,

    [Word("RESUME_COMPLETE")]
    ResumeComplete,

    [Word("RESUME_FAILED")]
    ResumeFailed,

    [Word("RESTORE_COMPLETE")]
    RestoreComplete,

    [Word("ROLLBACK_IN_PROGRESS")]
    RollbackInProgress,

    [Word("ROLLBACK_FAILED")]
    RollbackFailed,

    [Word("ROLLBACK_COMPLETE")]
    RollbackComplete,

    [Word("SNAPSHOT_COMPLETE")]
    SnapshotComplete,

    [Word("CHECK_COMPLETE")]
    CheckComplete,

    [Word("ADOPT_COMPLETE")]
    AdoptComplete,
}
