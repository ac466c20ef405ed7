using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;
using k8s.Autorest;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// Calls the client and reads what it throws; a read that a gateway or a broken connection spoilt is repeated.
/// </summary>
internal sealed class KubernetesCall(GatedHandler handler, ICloudClock clock, Deadlines deadlines, Redaction redaction)
{
    private const int Tries = 3;

    private readonly Repeats _repeats = new(deadlines, Tries);

    public Task<Reading<T>> Make<T>(string byHand, bool reads, Func<Task<T>> call, CancellationToken cancel) =>
        _repeats.Make(attempt => Once(byHand, reads, attempt, call, cancel), cancel);

    private async Task<Attempt<Reading<T>>> Once<T>(
        string byHand,
        bool reads,
        int attempt,
        Func<Task<T>> call,
        CancellationToken cancel
    )
    {
        var sent = handler.Note();
        try
        {
            var value = await call();
            var evidence = Evidence(sent, byHand, attempt, "") with { At = await clock.Moment() };
            return new(new Reading<T>.Seen(value, evidence));
        }
        catch (Exception thrown) when (!cancel.IsCancellationRequested)
        {
            var (failure, repeatable) = Failed(thrown, sent, byHand, attempt);
            if (failure is null)
                throw;
            var evidence = failure.Evidence with { At = await clock.Moment() };
            return new((failure with { Evidence = evidence }).As<T>(), reads && repeatable);
        }
    }

    private (Failure? Failure, bool Repeatable) Failed(
        Exception thrown,
        GatedHandler.Sent sent,
        string byHand,
        int attempt
    )
    {
        Failure Of(Unreadable why, string sentence, string excerpt = "") =>
            new(why, redaction.Of(sentence), Evidence(sent, byHand, attempt, excerpt));
        switch (thrown)
        {
            case GateRefusedException refused:
                return (Of(Unreadable.NotPermitted, refused.Message), false);
            case HttpOperationException answered:
                var status = (int)answered.Response.StatusCode;
                var body = answered.Response.Content ?? "";
                return (
                    Of(
                        Why(answered.Response.StatusCode, body),
                        $"{sent.Asked} answered {status}: {Message(body).TrimEnd('.')}.",
                        body
                    ),
                    status is 429 or 502 or 503 or 504
                );
            case OperationCanceledException { InnerException: TimeoutException } when sent.Outcome == "no answer":
            case HttpRequestException:
            case SocketException:
                var broke = Breakage.Of(thrown);
                var said =
                    broke.Why == Unreadable.UntrustedCertificate
                        ? broke.Said
                        : $"{sent.Asked}: the API server {broke.Said}.";
                return (Of(broke.Why, said), broke.Repeatable);
            case OperationCanceledException:
                return (
                    Of(
                        Unreadable.TimedOut,
                        $"{sent.Asked} had not answered after {deadlines.Answer.TotalSeconds:0.#} s."
                    ),
                    false
                );
            case JsonException or FormatException:
                return (
                    Of(
                        Unreadable.Garbled,
                        $"The answer of {sent.Asked} is no object of the Kubernetes API: {thrown.Message}"
                    ),
                    false
                );
            case MisshapenException garbled:
                return (
                    Of(Unreadable.Garbled, $"The answer of {sent.Asked} cannot be read: {garbled.Message}."),
                    false
                );
            case IOException:
                return (
                    Of(
                        Unreadable.Garbled,
                        $"{sent.Asked} broke off in the middle of its answer: half a body is none; ask what stands between (haproxy), and run this again."
                    ),
                    true
                );
            default:
                return (null, false);
        }
    }

    private static Unreadable Why(HttpStatusCode status, string body) =>
        (int)status switch
        {
            401 => Unreadable.Unauthorised,
            403 => Unreadable.Forbidden,
            404 or 410 => Unreadable.NotFound,
            409 => Unreadable.Conflict,
            429 => Unreadable.RateLimited,
            501 when body.Contains("not emulated", StringComparison.OrdinalIgnoreCase) => Unreadable.NotEmulated,
            >= 500 => Unreadable.ServerError,
            _ => Unreadable.Failed,
        };

    /// <summary>A Status' message; an unserved version answers plain text.</summary>
    private static string Message(string body)
    {
        try
        {
            return Body.Parse(body)["message"].TextOrNull() ?? "no message";
        }
        catch (MisshapenException)
        {
            return body.Trim() is { Length: > 0 } plain
                ? plain[..Math.Min(plain.Length, 200)].ReplaceLineEndings(" ")
                : "no message";
        }
    }

    private Evidence Evidence(GatedHandler.Sent sent, string byHand, int attempt, string excerpt) =>
        new(
            $"{sent.Asked} -> {sent.Outcome}{(attempt > 1 ? $" (try {attempt} of {Tries})" : "")}",
            byHand,
            redaction.Excerpt(excerpt),
            default
        );
}
