namespace Acceptance.Cloud;

/// <summary>Why something could not be read or done.</summary>
public enum Unreadable
{
    /// <summary>No route, no answer to the connect, a name that does not resolve.</summary>
    Unreachable,

    /// <summary>The connection was refused, or closed before an answer.</summary>
    Refused,

    /// <summary>TLS ended in a certificate that the site's CA does not sign, or for another address.</summary>
    UntrustedCertificate,

    /// <summary>401: wrong password, wrong scope, expired token.</summary>
    Unauthorised,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404, or a name that no list holds.</summary>
    NotFound,

    /// <summary>409: the state of the thing does not allow it.</summary>
    Conflict,

    /// <summary>The deadline passed.</summary>
    TimedOut,

    /// <summary>An answer that is no JSON, half a body, an unknown shape.</summary>
    Garbled,

    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>429 after the retries that politeness allows.</summary>
    RateLimited,

    /// <summary>501 of a twin, exit 64 of a persona: nothing was proven.</summary>
    NotEmulated,

    /// <summary>The client's own login has expired: an interactive login is needed (juju-macaroon).</summary>
    LoginNeeded,

    /// <summary>A program that is not installed, or a file of the site that is missing or unreadable.</summary>
    NotOursToRead,

    /// <summary>The program ran and failed.</summary>
    Failed,

    /// <summary>The permit of this run does not cover it; nothing was sent.</summary>
    NotPermitted,
}
