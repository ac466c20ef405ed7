namespace Acceptance.Cloud.Maas;

/// <summary>power_state of a machine (FACTS 8.6; MAAS' enum.py, POWER_STATE).</summary>
public enum PowerState
{
    [Word("on")]
    On,

    [Word("off")]
    Off,

    [Word("unknown")]
    Unknown,

    [Word("error")]
    Error,
}
