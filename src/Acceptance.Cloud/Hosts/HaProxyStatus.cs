namespace Acceptance.Cloud.Hosts;

/// <summary>Status of a row of `show stat` (FACTS 0.3; HAProxy 2.4's stats.c).</summary>
public enum HaProxyStatus
{
    [Word("UP")]
    Up,

    /// <summary>Up, and checks begin to fail.</summary>
    [Word("UP */*")]
    UpFalling,

    [Word("DOWN")]
    Down,

    /// <summary>Down, and checks begin to pass.</summary>
    [Word("DOWN */*")]
    DownRising,

    [Word("DOWN (agent)")]
    DownByAgent,

    /// <summary>Takes no new load.</summary>
    [Word("NOLB")]
    NoLb,

    [Word("NOLB */*")]
    NoLbFalling,

    [Word("DRAIN")]
    Drain,

    [Word("DRAIN */*")]
    DrainFalling,

    [Word("DRAIN (agent)")]
    DrainByAgent,

    /// <summary>In maintenance, by hand, by a server it tracks or for want of a name.</summary>
    [Word("MAINT", "MAINT (*)")]
    Maint,

    [Word("no check")]
    NoCheck,

    /// <summary>A frontend.</summary>
    [Word("OPEN")]
    Open,

    [Word("FULL")]
    Full,

    [Word("STOP")]
    Stop,
}
