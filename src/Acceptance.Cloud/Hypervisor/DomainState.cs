namespace Acceptance.Cloud.Hypervisor;

/// <summary>State of a domain as virsh words it (libvirt's virsh-domain-monitor.c).</summary>
public enum DomainState
{
    [Word("no state")]
    NoState,

    [Word("running")]
    Running,

    [Word("idle")]
    Idle,

    [Word("paused")]
    Paused,

    [Word("in shutdown")]
    InShutdown,

    [Word("shut off")]
    ShutOff,

    [Word("crashed")]
    Crashed,

    [Word("pmsuspended")]
    PmSuspended,
}
