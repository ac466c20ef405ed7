namespace Acceptance.Cloud.Hosts;

/// <summary>How haproxy's last check of a server ended (haproxy: src/check.c, check_statuses; FACTS 8.5, 10).</summary>
public enum HaProxyCheckStatus
{
    [Word("UNK")]
    Unknown,

    [Word("INI")]
    Initializing,

    /// <summary>Another program sets it (an agent, a health command).</summary>
    [Word("HANA")]
    Analysed,

    [Word("SOCKERR")]
    SocketError,

    [Word("L4OK")]
    Layer4Ok,

    [Word("L4TOUT")]
    Layer4Timeout,

    /// <summary>The port refused.</summary>
    [Word("L4CON")]
    Layer4Refused,

    [Word("L6OK")]
    Layer6Ok,

    [Word("L6TOUT")]
    Layer6Timeout,

    /// <summary>No TLS where TLS was expected.</summary>
    [Word("L6RSP")]
    Layer6Invalid,

    [Word("L7OK")]
    Layer7Ok,

    [Word("L7OKC")]
    Layer7Conditional,

    [Word("L7TOUT")]
    Layer7Timeout,

    /// <summary>No HTTP where HTTP was expected.</summary>
    [Word("L7RSP")]
    Layer7Invalid,

    /// <summary>HTTP, with a code that was not expected.</summary>
    [Word("L7STS")]
    Layer7Status,

    [Word("PROCERR")]
    ProgramFailed,

    [Word("PROCTOUT")]
    ProgramTimeout,

    [Word("PROCOK")]
    ProgramOk,
}
