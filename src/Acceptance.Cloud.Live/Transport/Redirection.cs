using System.Net;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// An answer that points elsewhere. None is followed: what we would send there, tokens too, was meant for the one that
/// was asked. An image alone, which goes by its digest and to which nothing is sent, may lead elsewhere.
/// </summary>
internal static class Redirection
{
    /// <summary>The sentence that tells it; null where the answer points nowhere.</summary>
    /// <param name="asked">What was asked, to begin the sentence with.</param>
    /// <param name="target">The answer's Location.</param>
    /// <param name="wayOut">Where the right address is to be named.</param>
    /// <param name="rule">Which ones are followed where it is asked.</param>
    public static Sentence? Told(
        string asked,
        int status,
        string? target,
        string wayOut,
        string rule = "no redirect is followed"
    ) =>
        status is >= 300 and < 400 and not (int)HttpStatusCode.NotModified && target is { Length: > 0 }
            ? (Sentence)$"{asked} answered {status} and points to {Bounds.Quote(target)}: {rule}; {wayOut}."
            : null;
}
