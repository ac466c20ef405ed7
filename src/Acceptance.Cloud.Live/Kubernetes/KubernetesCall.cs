using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;
using k8s.Autorest;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// Calls the client and reads what it throws; a read that a gateway or a broken connection spoilt is repeated.
/// </summary>
internal sealed class KubernetesCall(
    GatedHandler handler,
    ICloudClock clock,
    Deadlines deadlines,
    Redaction redaction,
    Sentence? reservation = null
)
{
    private const int Tries = 3;

    private const string Elsewhere =
        "have the kubeconfig name the API server that answers itself, and ask who stands before this one";

    private readonly Repeats _repeats = new(deadlines, Tries);

    public Task<Reading<T>> Make<T>(
        Operation operation,
        ByHand byHand,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancel
    ) => _repeats.Make(attempt => Once(operation, byHand, attempt, call, cancel), cancel);

    private async Task<Attempt<Reading<T>>> Once<T>(
        Operation operation,
        ByHand byHand,
        int attempt,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancel
    )
    {
        var sent = handler.Note(operation);
        using var deadline = Deadline.After(deadlines.Answer, deadlines.Watch, cancel);
        try
        {
            var value = await call(deadline.Token);
            var evidence = Evidence(sent, byHand, attempt, "") with { At = await clock.Moment() };
            return new(new Reading<T>.Seen(value, evidence));
        }
        catch (Exception thrown) when (!cancel.IsCancellationRequested)
        {
            var (failure, repeatable) = Failed(thrown, sent, byHand, attempt);
            if (failure is null)
                throw;
            var evidence = failure.Evidence with { At = await clock.Moment() };
            return new((failure with { Evidence = evidence }).As<T>(), operation.Method == "GET" && repeatable);
        }
    }

    private (Failure? Failure, bool Repeatable) Failed(
        Exception thrown,
        GatedHandler.Sent sent,
        ByHand byHand,
        int attempt
    ) =>
        WhatBroke(thrown, sent) is { } broke
            ? (
                new(broke.Why, redaction.Cleared(broke.Sentence), Evidence(sent, byHand, attempt, broke.Excerpt)),
                broke.Repeatable
            )
            : (null, false);

    private Broke? WhatBroke(Exception thrown, GatedHandler.Sent sent) =>
        thrown switch
        {
            GateRefusedException refused => new(Unreadable.NotPermitted, $"{refused.Message}"),
            HttpOperationException answered => Refused(answered.Response, sent),
            OperationCanceledException { InnerException: TimeoutException } when sent.Outcome == "no answer" =>
                Unanswered(thrown, sent),
            HttpRequestException or SocketException => Unanswered(thrown, sent),
            OperationCanceledException => new(
                Unreadable.TimedOut,
                sent.Requests > 1
                    ? Bounds.SlowList(sent.Asked, sent.Requests, deadlines.Answer)
                    : Breakage.NotAnswered(sent.Asked, deadlines.Answer)
            ),
            BoundExceededException endless => new(Unreadable.Garbled, $"{endless.Message}"),
            JsonException or FormatException => new(
                Unreadable.Garbled,
                $"The answer of {sent.Asked} is no object of the Kubernetes API: {thrown.Message}"
            ),
            MisshapenException => new(
                Unreadable.Garbled,
                $"The answer of {sent.Asked} cannot be read: {thrown.Message}."
            ),
            IOException => new(Unreadable.Garbled, Breakage.HalfAnswered(sent.Asked), Repeatable: true),
            _ => null,
        };

    private static Broke Refused(HttpResponseMessageWrapper answer, GatedHandler.Sent sent)
    {
        var status = (int)answer.StatusCode;
        var body = answer.Content ?? "";
        var target = answer.Headers.TryGetValue("Location", out var named) ? named.FirstOrDefault() : null;
        if (Redirection.Told(sent.Asked, status, target, Elsewhere) is { } redirected)
            return new(Unreadable.Failed, redirected, Excerpt: body);
        return new(
            Why(answer.StatusCode, body),
            $"{sent.Asked} answered {status}: {Message(body).TrimEnd('.')}.",
            status is 429 or 502 or 503 or 504,
            body
        );
    }

    private static Broke Unanswered(Exception thrown, GatedHandler.Sent sent)
    {
        var broke = Breakage.Of(thrown);
        Sentence sentence =
            broke.Why == Unreadable.UntrustedCertificate
                ? (Sentence)$"{broke.Said}"
                : $"{sent.Asked}: the API server {broke.Said}.";
        return new(broke.Why, sentence, broke.Repeatable);
    }

    /// <param name="Repeatable">The same request may be answered in a moment.</param>
    private sealed record Broke(Unreadable Why, Sentence Sentence, bool Repeatable = false, string Excerpt = "");

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
            return Bounds.Quote(Body.Parse(body)["message"].TextOrNull() ?? "no message");
        }
        catch (MisshapenException)
        {
            return body.Trim() is { Length: > 0 } plain ? Bounds.Quote(plain).ReplaceLineEndings(" ") : "no message";
        }
    }

    private Evidence Evidence(GatedHandler.Sent sent, ByHand byHand, int attempt, string excerpt) =>
        new(
            $"{sent.Asked} -> {sent.Outcome}{(attempt > 1 ? $" (try {attempt} of {Tries})" : "")}",
            byHand,
            Excerpt.From(excerpt, redaction),
            default
        )
        {
            Reservation = reservation,
        };
}
