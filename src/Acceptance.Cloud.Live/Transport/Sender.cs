using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Shell;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// Sends HTTP: asks the gate, keeps the deadline, repeats what is safe to repeat, and says in words what broke. Any answer is an answer, whatever its code.
/// </summary>
internal sealed class Sender(
    HttpClient client,
    IRequestGate gate,
    ICloudClock clock,
    Deadlines deadlines,
    Redaction redaction,
    int tries = 3
)
{
    public async Task<Reading<Received>> Send(Outgoing outgoing, CancellationToken cancel = default)
    {
        var pause = deadlines.FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            var reading = await Once(outgoing, attempt, cancel);
            if (!outgoing.Repeatable || attempt == tries || await Wait(reading, pause) is not { } wait)
                return reading.Result;
            await Deadline.Pause(wait, cancel);
            pause *= 2;
        }
    }

    /// <summary>How long before a repeat; null where a repeat would not help, or would be asked to wait beyond our patience.</summary>
    private async Task<TimeSpan?> Wait(Attempt attempt, TimeSpan pause)
    {
        if (attempt.Broke is { } broke)
            return broke.Repeatable ? pause : null;
        if (
            attempt.Result is not Reading<Received>.Seen { Value: var answer }
            || answer.Status is not (429 or 502 or 503 or 504)
        )
            return null;
        var asked = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - await clock.Moment() : null;
        return asked is null ? pause
            : asked > deadlines.Patience ? null
            : asked < TimeSpan.Zero ? TimeSpan.Zero
            : asked;
    }

    private async Task<Attempt> Once(Outgoing outgoing, int attempt, CancellationToken cancel)
    {
        var intent = new Intent.Request(
            outgoing.Service,
            outgoing.Method.Method,
            outgoing.Path ?? outgoing.At.AbsolutePath,
            outgoing.At
        );
        if (gate.Ask(intent) is Permission.Refused refused)
            return await Stamped(
                new(
                    Unread(outgoing, attempt, Unreadable.NotPermitted, refused.Sentence, "not permitted, not sent"),
                    null
                )
            );
        var outcome = await Stamped(await Exchange(outgoing, attempt, cancel));
        var said = outcome.Result is Reading<Received>.Seen seen
            ? seen.Value.Status.ToString(CultureInfo.InvariantCulture)
            : ((Reading<Received>.Unread)outcome.Result).Why.ToString();
        gate.Ended(new Exchange(intent, said, outcome.Result.Evidence.At));
        return outcome;
    }

    /// <summary>Says in the evidence when it was read.</summary>
    private async Task<Attempt> Stamped(Attempt attempt)
    {
        var evidence = attempt.Result.Evidence with { At = await clock.Moment() };
        return attempt with
        {
            Result = attempt.Result is Reading<Received>.Seen seen
                ? new Reading<Received>.Seen(seen.Value with { Evidence = evidence }, evidence)
                : attempt.Result with
                {
                    Evidence = evidence,
                },
        };
    }

    private async Task<Attempt> Exchange(Outgoing outgoing, int attempt, CancellationToken cancel)
    {
        using var deadline = Deadline.After(outgoing.Within ?? deadlines.Answer, cancel);
        var answered = false;
        try
        {
            using var request = Request(outgoing);
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                deadline.Token
            );
            answered = true;
            var (body, whole) = await Read(response, outgoing, deadline);
            var evidence = Evidence(
                outgoing,
                attempt,
                ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture),
                outgoing.Secret ? "" : body
            );
            if (!whole)
                return new(
                    new Reading<Received>.Unread(
                        Unreadable.Garbled,
                        $"{Asked(outgoing)} answered more than {outgoing.Bound / 1024 / 1024} MiB.",
                        evidence
                    ),
                    null
                );
            return new(
                new Reading<Received>.Seen(
                    new Received((int)response.StatusCode, body, response.Headers, evidence),
                    evidence
                ),
                null
            );
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (deadline.Passed)
        {
            return new(
                Unread(
                    outgoing,
                    attempt,
                    Unreadable.TimedOut,
                    $"{Asked(outgoing)} had not answered after {deadline.Span.TotalSeconds:0.#} s.",
                    "timed out"
                ),
                null
            );
        }
        catch (Exception thrown) when (answered && thrown is HttpRequestException or IOException)
        {
            return new(
                Unread(
                    outgoing,
                    attempt,
                    Unreadable.Garbled,
                    $"{Asked(outgoing)} broke off in the middle of its answer: half a body is none; ask what stands between (haproxy), and run this again.",
                    "broke off"
                ),
                null
            );
        }
        // The runtime lets a SocketException through where a peer resets between its accept and the first byte.
        catch (Exception thrown)
            when (thrown is HttpRequestException or IOException or OperationCanceledException or SocketException)
        {
            var broke = Breakage.Of(thrown);
            var sentence =
                broke.Why == Unreadable.UntrustedCertificate
                    ? broke.Said
                    : $"{Asked(outgoing)}: {outgoing.At.Authority} {broke.Said}.";
            return new(Unread(outgoing, attempt, broke.Why, sentence, broke.Said), broke);
        }
    }

    private static HttpRequestMessage Request(Outgoing outgoing)
    {
        var request = new HttpRequestMessage(outgoing.Method, outgoing.At) { Content = outgoing.Body?.Invoke() };
        foreach (var (name, value) in outgoing.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static async Task<(string Body, bool Whole)> Read(
        HttpResponseMessage response,
        Outgoing outgoing,
        Deadline deadline
    )
    {
        await using var stream = await response.Content.ReadAsStreamAsync(deadline.Token);
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(piece, deadline.Token)) > 0)
        {
            var room = (int)Math.Min(read, outgoing.Bound - kept.Length);
            kept.Write(piece, 0, room);
            if (room < read)
                return (Encoding.UTF8.GetString(kept.ToArray()), outgoing.Cut);
        }

        return (Encoding.UTF8.GetString(kept.ToArray()), true);
    }

    private static string Asked(Outgoing outgoing) => $"{outgoing.Method} {outgoing.At}";

    private Evidence Evidence(Outgoing outgoing, int attempt, string outcome, string excerpt)
    {
        var repeated = attempt > 1 ? $" (try {attempt} of {tries})" : "";
        return new Evidence(
            redaction.Of($"{Asked(outgoing)} -> {outcome}{repeated}"),
            outgoing.ByHand,
            redaction.Excerpt(excerpt),
            default
        );
    }

    private Reading<Received> Unread(Outgoing outgoing, int attempt, Unreadable why, string sentence, string outcome) =>
        new Reading<Received>.Unread(why, redaction.Of(sentence), Evidence(outgoing, attempt, outcome, ""));

    private sealed record Attempt(Reading<Received> Result, Breakage? Broke);
}
