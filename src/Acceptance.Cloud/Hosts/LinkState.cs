namespace Acceptance.Cloud.Hosts;

/// <summary>operstate of an interface (the kernel's Documentation/ABI/testing/sysfs-class-net).</summary>
public enum LinkState
{
    /// <summary>A bridge or a virtual interface that is up says no more.</summary>
    [Word("unknown")]
    Unknown,

    [Word("up")]
    Up,

    [Word("down")]
    Down,

    [Word("lowerlayerdown")]
    LowerLayerDown,

    [Word("notpresent")]
    NotPresent,

    [Word("dormant")]
    Dormant,

    [Word("testing")]
    Testing,
}
