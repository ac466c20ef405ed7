namespace Acceptance.Cloud.Juju;

/// <summary>What Juju says of a machine's agent (FACTS 8.1; Juju's core/status).</summary>
public enum MachineAgentStatus
{
    [Word("started")]
    Started,

    [Word("pending")]
    Pending,

    [Word("stopped")]
    Stopped,

    [Word("down")]
    Down,

    [Word("error")]
    Error,
}
