using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>
/// An answer of a service as a reading: a refusal by its code and its own words, a body by its fields.
/// </summary>
internal static class ServiceAnswer
{
    private const string Elsewhere =
        "have the catalog (openstack catalog list), or the openrc for Keystone, name the address that answers itself";

    public static Reading<T> Read<T>(Received received, Outgoing outgoing, Func<Field, T> read)
    {
        try
        {
            return new Reading<T>.Seen(read(Body.Parse(received.Body)), received.Evidence);
        }
        catch (MisshapenException garbled)
        {
            return new Reading<T>.Unread(
                Unreadable.Garbled,
                received.Redaction.Cleared(
                    $"The answer of {outgoing.Method} {outgoing.At} cannot be read: {garbled.Message}."
                ),
                received.Evidence
            );
        }
    }

    public static Reading<T> Refused<T>(Received received, Outgoing outgoing)
    {
        var asked = $"{outgoing.Method} {outgoing.At}";
        if (Redirection.Told(asked, received.Status, received.Header("Location"), Elsewhere) is { } redirected)
            return new Reading<T>.Unread(Unreadable.Failed, received.Redaction.Cleared(redirected), received.Evidence);
        var message = ErrorEnvelope.Message(received.Body);
        var said = message.Length > 0 && message != $"{received.Status}" ? $": {message.TrimEnd('.')}" : "";
        var (why, wayOut) = IsElsewhere(received.Status, message, outgoing)
            ? (Unreadable.Failed, Nobody)
            : (Why(received.Status, received.Body), WayOut(received.Status));
        return new Reading<T>.Unread(
            why,
            received.Redaction.Cleared($"{asked} answered {received.Status}{said}{wayOut}."),
            received.Evidence
        );
    }

    /// <summary>
    /// A 404 that names nothing that was asked for: every service names it in its own (captures, openstack), so this
    /// one is of a path that nobody serves, and says nothing of the thing. A page that repeats the path names it, too.
    /// </summary>
    private static bool IsElsewhere(int status, string message, Outgoing outgoing) =>
        status is 404 or 410
        && !outgoing.Call.Values.Any(value =>
            message.Contains(value, StringComparison.Ordinal)
            && !message.Contains($"/{value}", StringComparison.Ordinal)
        );

    private const string Nobody =
        "; that is no word on whether it exists: nobody serves this path there, so ask the catalog for the "
        + "service's address (openstack catalog list)";

    private static string WayOut(int status) =>
        status switch
        {
            429 => "; it takes no more requests for now: run this again later",
            500 or 502 or 503 or 504 => "; read the service's own log, and ask the haproxy before it",
            _ => "",
        };

    private static Unreadable Why(int status, string body) =>
        status switch
        {
            401 => Unreadable.Unauthorised,
            403 or 413 => Unreadable.Forbidden,
            404 or 410 => Unreadable.NotFound,
            409 => Unreadable.Conflict,
            429 => Unreadable.RateLimited,
            501 when body.Contains("not emulated", StringComparison.OrdinalIgnoreCase) => Unreadable.NotEmulated,
            >= 500 => Unreadable.ServerError,
            _ => Unreadable.Failed,
        };
}
