namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>What Octavia is doing with an object.</summary>
internal enum ProvisioningStatus
{
    PendingCreate,
    Active,
    PendingUpdate,
    PendingDelete,
    Error,
    Deleted,
}
