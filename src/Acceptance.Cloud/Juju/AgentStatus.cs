namespace Acceptance.Cloud.Juju;

/// <summary>What Juju says of a unit's agent (FACTS 8.1; Juju's core/status).</summary>
public enum AgentStatus
{
    [Word("idle")]
    Idle,

    [Word("executing")]
    Executing,

    [Word("allocating")]
    Allocating,

    [Word("rebooting")]
    Rebooting,

    [Word("lost")]
    Lost,

    [Word("failed")]
    Failed,

    [Word("error")]
    Error,
}
