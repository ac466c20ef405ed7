namespace Acceptance.Cloud.OpenStack;

/// <summary>Status of an image (Glance's api-ref, images-images-v2).</summary>
public enum ImageStatus
{
    [Word("queued")]
    Queued,

    [Word("saving")]
    Saving,

    [Word("uploading")]
    Uploading,

    [Word("importing")]
    Importing,

    [Word("active")]
    Active,

    [Word("killed")]
    Killed,

    [Word("deleted")]
    Deleted,

    [Word("pending_delete")]
    PendingDelete,

    [Word("deactivated")]
    Deactivated,
}
