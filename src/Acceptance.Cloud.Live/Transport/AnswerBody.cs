namespace Acceptance.Cloud.Live.Transport;

/// <summary>The body of an HTTP answer, up to a bound; of one that refuses, the beginning.</summary>
/// <param name="Whole">Nothing of it is missing that was wanted.</param>
internal sealed record AnswerBody(ReadOnlyMemory<byte> Bytes, bool Whole)
{
    /// <param name="bound">In bytes.</param>
    /// <param name="cut">The beginning of a longer one is enough.</param>
    public static async Task<AnswerBody> Read(
        HttpResponseMessage response,
        int bound,
        bool cut,
        CancellationToken cancel
    )
    {
        if (!response.IsSuccessStatusCode)
            (bound, cut) = (Math.Min(bound, Bounds.Refusal), true);
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        // Of a length that is told room is made once: a stream that grows takes the threefold of what it holds.
        var told = Math.Min(response.Content.Headers.ContentLength ?? 0, bound);
        var kept = new MemoryStream((int)Math.Max(told, 0));
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(piece, cancel)) > 0)
        {
            var room = (int)Math.Min(read, bound - kept.Length);
            kept.Write(piece, 0, room);
            if (room < read)
                return new(Held(kept), cut);
        }

        return new(Held(kept), true);
    }

    private static ReadOnlyMemory<byte> Held(MemoryStream kept) => kept.GetBuffer().AsMemory(0, (int)kept.Length);
}
