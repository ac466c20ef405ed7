namespace Acceptance.Cloud.Twin.World;

/// <summary>A way for an endpoint to misbehave.</summary>
internal enum Misbehaviour
{
    /// <summary>Answers after the rule's delay of wall time.</summary>
    Slow,

    /// <summary>Takes the request and closes the connection without an answer.</summary>
    Cut,

    /// <summary>Answers the rule's status with an error page.</summary>
    Status,

    /// <summary>Sends half of the body and closes.</summary>
    HalfWritten,

    /// <summary>Answers 200 with what is no JSON.</summary>
    Garbled,

    /// <summary>Never answers.</summary>
    Hang,

    /// <summary>Takes the connection and never shows a certificate.</summary>
    HandshakeHang,

    /// <summary>Takes the connection and ends it before a certificate was shown.</summary>
    HandshakeCut,

    /// <summary>Takes the connection and resets it before a certificate was shown.</summary>
    HandshakeReset,
}
