namespace Acceptance.Cloud.Juju;

/// <summary>What a charm says of its unit (FACTS 8.1; Juju's core/status).</summary>
public enum WorkloadStatus
{
    [Word("active")]
    Active,

    [Word("blocked")]
    Blocked,

    [Word("waiting")]
    Waiting,

    [Word("maintenance")]
    Maintenance,

    [Word("error")]
    Error,

    [Word("unknown")]
    Unknown,

    [Word("terminated")]
    Terminated,

    [Word("unset")]
    Unset,
}
