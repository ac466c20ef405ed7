namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>
/// Where an amphora is in its life. A row that is gone is gone: the API never shows DELETED (captures).
/// </summary>
internal enum AmphoraStatus
{
    PendingCreate,
    Booting,
    Allocated,
    PendingDelete,
    Error,
}
