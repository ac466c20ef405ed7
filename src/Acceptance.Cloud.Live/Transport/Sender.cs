using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// Sends HTTP: asks the gate, keeps the deadline, repeats what is safe to repeat, and says in words what broke. Any
/// answer is an answer, whatever its code.
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
    private readonly Repeats _repeats = new(deadlines, tries);

    public Deadlines Deadlines => deadlines;

    public Task<Reading<Received>> Send(Outgoing outgoing, CancellationToken cancel = default) =>
        _repeats.Make(attempt => Once(outgoing, attempt, cancel), cancel);

    private async Task<Attempt<Reading<Received>>> Once(Outgoing outgoing, int attempt, CancellationToken cancel)
    {
        if (outgoing.Call.Misfit is { } misfit)
        {
            var unasked = Unread(outgoing, attempt, Unreadable.Garbled, misfit, "not asked");
            return new(Stamped(unasked, await clock.Moment()));
        }

        var intent = new Intent.Request(
            outgoing.Call.Operation,
            outgoing.Path ?? outgoing.At.AbsolutePath,
            outgoing.At
        );
        if (gate.Ask(intent) is Permission.Refused refused)
        {
            var unsent = Unread(
                outgoing,
                attempt,
                Unreadable.NotPermitted,
                refused.Sentence,
                "not permitted, not sent"
            );
            return new(Stamped(unsent, await clock.Moment()));
        }

        var (result, broke) = await Exchange(outgoing, attempt, cancel);
        var now = await clock.Moment();
        result = Stamped(result, now);
        var said = result is Reading<Received>.Seen seen
            ? seen.Value.Status.ToString(CultureInfo.InvariantCulture)
            : ((Reading<Received>.Unread)result).Why.ToString();
        gate.Ended(new Exchange(intent, said, result.Evidence.At));
        return outgoing.Repeatable ? Judged(result, broke, now) : new(result);
    }

    /// <summary>Whether a repeat would help, and not be asked to wait beyond our patience.</summary>
    private Attempt<Reading<Received>> Judged(Reading<Received> result, Breakage? broke, DateTimeOffset now)
    {
        if (broke is not null)
            return new(result, broke.Repeatable);
        if (result is not Reading<Received>.Seen { Value: { Status: 429 or 502 or 503 or 504 } answer })
            return new(result);
        var asked = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
        return new(result, !(asked > deadlines.Patience), asked < TimeSpan.Zero ? TimeSpan.Zero : asked);
    }

    /// <summary>Says in the evidence when it was read.</summary>
    private static Reading<Received> Stamped(Reading<Received> result, DateTimeOffset at)
    {
        var evidence = result.Evidence with { At = at };
        return result is Reading<Received>.Seen seen
            ? new Reading<Received>.Seen(seen.Value with { Evidence = evidence }, evidence)
            : result with
            {
                Evidence = evidence,
            };
    }

    private async Task<(Reading<Received> Result, Breakage? Broke)> Exchange(
        Outgoing outgoing,
        int attempt,
        CancellationToken cancel
    )
    {
        using var deadline = Deadline.After(outgoing.Within ?? deadlines.Answer, deadlines.Watch, cancel);
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
            return (await Whole(response, outgoing, attempt, deadline), null);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (deadline.Passed)
        {
            return (TimedOut(outgoing, attempt, deadline.Span), null);
        }
        catch (Exception thrown) when (answered && thrown is HttpRequestException or IOException)
        {
            return (BrokenOff(outgoing, attempt), null);
        }
        // The runtime lets a SocketException through where a peer resets between its accept and the first byte.
        catch (Exception thrown)
            when (thrown is HttpRequestException or IOException or OperationCanceledException or SocketException)
        {
            var broke = Breakage.Of(thrown);
            return (Unanswered(outgoing, attempt, broke), broke);
        }
    }

    private Reading<Received> TimedOut(Outgoing outgoing, int attempt, TimeSpan within) =>
        Unread(outgoing, attempt, Unreadable.TimedOut, Breakage.NotAnswered(Asked(outgoing), within), "timed out");

    private Reading<Received> BrokenOff(Outgoing outgoing, int attempt) =>
        Unread(outgoing, attempt, Unreadable.Garbled, Breakage.HalfAnswered(Asked(outgoing)), "broke off");

    private Reading<Received> Unanswered(Outgoing outgoing, int attempt, Breakage broke)
    {
        Sentence sentence =
            broke.Why == Unreadable.UntrustedCertificate
                ? (Sentence)$"{broke.Said}"
                : $"{Asked(outgoing)}: {outgoing.At.Authority} {broke.Said}.";
        return Unread(outgoing, attempt, broke.Why, sentence, broke.Said);
    }

    private async Task<Reading<Received>> Whole(
        HttpResponseMessage response,
        Outgoing outgoing,
        int attempt,
        Deadline deadline
    )
    {
        var (bytes, whole) = await AnswerBody.Read(response, outgoing.Bound, outgoing.Cut, deadline.Token);
        var body = Encoding.UTF8.GetString(bytes.Span);
        var status = (int)response.StatusCode;
        var shown = outgoing.Secret ? "" : body;
        var evidence = Evidence(outgoing, attempt, status.ToString(CultureInfo.InvariantCulture), shown);
        if (whole)
            return new Reading<Received>.Seen(
                new Received(status, body, response.Headers, evidence, redaction),
                evidence
            );
        var sentence = redaction.Cleared(Bounds.TooLong(Asked(outgoing), outgoing.Bound));
        return new Reading<Received>.Unread(Unreadable.Garbled, sentence, evidence);
    }

    private static HttpRequestMessage Request(Outgoing outgoing)
    {
        var request = new HttpRequestMessage(outgoing.Method, outgoing.At) { Content = outgoing.Body?.Invoke() };
        foreach (var (name, value) in outgoing.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static string Asked(Outgoing outgoing) => $"{outgoing.Method} {outgoing.At}";

    private Evidence Evidence(Outgoing outgoing, int attempt, string outcome, string excerpt)
    {
        var repeated = attempt > 1 ? $" (try {attempt} of {tries})" : "";
        return new Evidence(
            redaction.Cleared($"{Asked(outgoing)} -> {outcome}{repeated}"),
            outgoing.ByHand,
            Excerpt.From(excerpt, redaction),
            default
        )
        {
            Reservation = outgoing.Reservation,
        };
    }

    private Reading<Received> Unread(
        Outgoing outgoing,
        int attempt,
        Unreadable why,
        Sentence sentence,
        string outcome
    ) => new Reading<Received>.Unread(why, redaction.Cleared(sentence), Evidence(outgoing, attempt, outcome, ""));
}
