namespace Acceptance.Cloud.Twin.Wire;

/// <summary>A way for an endpoint to misbehave.</summary>
public enum Misbehaviour
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
}
