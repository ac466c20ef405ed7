namespace CliWrap;

/// <summary>Copies a stream and, when asked, flushes after each piece, so that a reader sees it while it grows.</summary>
internal static class StreamCopy
{
    private const int PieceSize = 80 * 1024;

    public static async Task RunAsync(Stream from, Stream to, bool autoFlush, CancellationToken cancellationToken)
    {
        var piece = new byte[PieceSize];
        int read;
        while ((read = await from.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await to.WriteAsync(piece.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            if (autoFlush)
                await to.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
