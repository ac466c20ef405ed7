namespace Acceptance.Cloud.Juju;

/// <summary>What Juju says of a model (Juju's core/status).</summary>
public enum ModelStatus
{
    [Word("available")]
    Available,

    [Word("busy")]
    Busy,

    [Word("destroying")]
    Destroying,

    [Word("suspended")]
    Suspended,

    [Word("error")]
    Error,
}
