namespace Acceptance.Cloud.Live.Transport;

/// <summary>The body of an HTTP answer, up to a bound; of one that refuses, the beginning.</summary>
/// <param name="Whole">Nothing of it is missing that was wanted.</param>
internal sealed record AnswerBody(byte[] Bytes, bool Whole)
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
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(piece, cancel)) > 0)
        {
            var room = (int)Math.Min(read, bound - kept.Length);
            kept.Write(piece, 0, room);
            if (room < read)
                return new(kept.ToArray(), cut);
        }

        return new(kept.ToArray(), true);
    }
}
