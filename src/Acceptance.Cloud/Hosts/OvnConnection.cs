namespace Acceptance.Cloud.Hosts;

/// <summary>`connection-status` of an ovn-controller (FACTS 8.4).</summary>
public enum OvnConnection
{
    [Word("connected")]
    Connected,

    [Word("not connected")]
    NotConnected,
}
