using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>What an exchange that broke means, read from what the runtime threw.</summary>
/// <param name="Repeatable">A safe request may be sent again: the connection broke, which says nothing about the next
/// one.</param>
internal sealed record Breakage(Unreadable Why, string Said, bool Repeatable)
{
    /// <summary>The sentence of an answer that ended before its end.</summary>
    public static Sentence HalfAnswered(string asked) =>
        $"{asked} broke off in the middle of its answer: half a body is none; "
        + $"ask what stands between (haproxy), and run this again.";

    /// <summary>The sentence of an answer that was waited for in vain.</summary>
    public static Sentence NotAnswered(string asked, TimeSpan within) =>
        $"{asked} had not answered after {within.TotalSeconds:0.#} s.";

    public static Breakage Of(Exception thrown)
    {
        if (Within<UntrustedCertificateException>(thrown) is { } untrusted)
            return new(Unreadable.UntrustedCertificate, untrusted.Message, false);
        if (Within<SocketException>(thrown) is { } socket)
            return OfSocket(socket);
        if (thrown is OperationCanceledException)
            return new(Unreadable.Unreachable, "did not answer the connect in time", false);
        if (Within<AuthenticationException>(thrown) is { } tls)
            return new(Unreadable.Refused, $"speaks no TLS we can follow ({tls.Message})", false);
        return Within<HttpRequestException>(thrown)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new(
                Unreadable.Unreachable,
                "has a name that does not resolve",
                false
            ),
            HttpRequestError.SecureConnectionError => new(
                Unreadable.Refused,
                "closed the connection during the TLS handshake",
                true
            ),
            HttpRequestError.ResponseEnded => new(
                Unreadable.Refused,
                "closed the connection before it had answered",
                true
            ),
            HttpRequestError.InvalidResponse => new(Unreadable.Garbled, "answered what is no HTTP", false),
            _ => new(Unreadable.Refused, $"broke off ({Innermost(thrown).Message})", true),
        };
    }

    private static Breakage OfSocket(SocketException socket) =>
        socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => new(Unreadable.Refused, "refused the connection", false),
            SocketError.ConnectionReset
            or SocketError.ConnectionAborted
            or SocketError.Shutdown
            or SocketError.NotConnected => new(Unreadable.Refused, "reset the connection", true),
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new(
                Unreadable.Unreachable,
                "has a name that does not resolve",
                false
            ),
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => new(
                Unreadable.Unreachable,
                "has no route to it",
                false
            ),
            SocketError.TimedOut => new(Unreadable.Unreachable, "did not answer the connect in time", false),
            _ => new(Unreadable.Unreachable, $"could not be reached ({socket.Message})", false),
        };

    private static T? Within<T>(Exception? thrown)
        where T : Exception
    {
        for (; thrown is not null; thrown = thrown.InnerException)
        {
            if (thrown is T found)
                return found;
        }

        return null;
    }

    private static Exception Innermost(Exception thrown) =>
        thrown.InnerException is { } inner ? Innermost(inner) : thrown;
}
