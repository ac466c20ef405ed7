using System.Text;

namespace Acceptance.Live.Tests.Hostile.Services;

/// <summary>One request that a hostile service was sent, and what it says to it.</summary>
/// <param name="Request">Its head and its body.</param>
/// <param name="Number">Which one it is, from 1.</param>
/// <param name="Send">Takes what is to be sent; throws an IOException when the client has gone.</param>
internal sealed record HostileExchange(
    string Request,
    int Number,
    AnswerShape Shape,
    SteppedClock Clock,
    Uri Itself,
    Uri Elsewhere,
    Func<ReadOnlyMemory<byte>, Task> Send
)
{
    /// <summary>What goes over the wire in a second of a hostile service that does not stop.</summary>
    private const int ASecond = 2 << 20;

    /// <summary>A program that prints what comes has no head to read.</summary>
    private bool Bare => Request.StartsWith("GET /printed ", StringComparison.Ordinal);

    public Task Say(string text) => Send(Encoding.UTF8.GetBytes(text));

    public Task Head(int status, params string[] headers) =>
        Bare
            ? Task.CompletedTask
            : Say(
                string.Join(
                    "\r\n",
                    [
                        $"HTTP/1.1 {status} Said",
                        "Content-Type: application/json",
                        "X-Subject-Token: t2-token-word",
                        "Connection: close",
                        // The services with microversions say which one an answer is of.
                        "OpenStack-API-Version: compute 2.61",
                        .. headers,
                        "",
                        "",
                    ]
                )
            );

    /// <summary>A whole answer, as a well-behaved service sends it.</summary>
    public async Task Answer(int status, string body)
    {
        await Head(status, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}");
        await Say(body);
    }

    /// <summary>A whole answer that is long: it is made while it is sent.</summary>
    public async Task Answer(string before, string again, int times, string after)
    {
        await Head(200, $"Content-Length: {(long)again.Length * times + before.Length + after.Length}");
        await Say(before);
        var (atOnce, left) = (Math.Max(1, (64 << 10) / again.Length), times);
        var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, atOnce)));
        for (; left >= atOnce; left -= atOnce)
            await Send(piece);
        await Send(piece.AsMemory(0, left * again.Length));
        await Say(after);
    }

    /// <summary>The same again and again, and the time goes on; until the client has gone.</summary>
    public async Task Flood(string again)
    {
        var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, (64 << 10) / again.Length + 1)));
        for (var sent = 0L; ; sent += piece.Length)
        {
            await Send(piece);
            if (sent / ASecond != (sent + piece.Length) / ASecond)
                Clock.Step(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>A little every second, for two hours: longer than any deadline.</summary>
    public async Task Drip(string drop)
    {
        for (var second = 0; second < 7200; second++)
        {
            await Say(drop);
            Clock.Step(TimeSpan.FromSeconds(1));
            // Whoever gives up says so by closing: it gets the moment to.
            await Task.Yield();
        }
    }
}
