namespace Acceptance.Cloud.OpenStack;

/// <summary>provisioning_status of a load balancer (FACTS 8.7; Octavia's api-ref, general.inc).</summary>
public enum ProvisioningStatus
{
    [Word("ACTIVE")]
    Active,

    [Word("ERROR")]
    Error,

    [Word("PENDING_CREATE")]
    PendingCreate,

    [Word("PENDING_UPDATE")]
    PendingUpdate,

    [Word("PENDING_DELETE")]
    PendingDelete,

    [Word("DELETED")]
    Deleted,
}
