namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>A server's status; Nova's word for it is <see cref="NovaServer.StatusWord"/>.</summary>
internal enum ServerStatus
{
    Build,
    Active,
    Shutoff,
    Error,
    Paused,
    Reboot,
    HardReboot,
    ShelvedOffloaded,
    Deleted,
}
