namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>How the data path was last heard to be.</summary>
internal enum OperatingStatus
{
    Offline,
    Online,
    Degraded,
    Error,
    NoMonitor,
}
