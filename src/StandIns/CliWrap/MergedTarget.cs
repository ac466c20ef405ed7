using System.IO.Pipelines;

namespace CliWrap;

/// <summary>Copies one output to several targets at once, with a bounded buffer for each.</summary>
internal sealed class MergedTarget(IReadOnlyList<PipeTarget> targets) : PipeTarget
{
    private const int PieceSize = 16 * 1024;

    public IReadOnlyList<PipeTarget> Targets { get; } = targets;

    public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default)
    {
        // A target that throws stops the others: what it would have said is the outcome of the whole.
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var branches = Targets.Select(_ => new Pipe()).ToArray();
        var readers = Targets.Select((target, i) => ReadAsync(target, branches[i].Reader, failing)).ToArray();
        try
        {
            await SplitAsync(origin, branches, failing.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A reader failed: its own exception comes out of the wait below.
        }
        finally
        {
            foreach (var branch in branches)
                await branch.Writer.CompleteAsync().ConfigureAwait(false);
        }

        await Task.WhenAll(readers).ConfigureAwait(false);
    }

    private static async Task SplitAsync(Stream origin, Pipe[] branches, CancellationToken cancellationToken)
    {
        var piece = new byte[PieceSize];
        var listening = branches.ToList();
        int read;
        while ((read = await origin.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
        {
            foreach (var branch in listening.ToArray())
            {
                var flushed = await branch
                    .Writer.WriteAsync(piece.AsMemory(0, read), cancellationToken)
                    .ConfigureAwait(false);
                if (flushed.IsCompleted)
                    listening.Remove(branch); // This one has read as much as it wants.
            }

            if (listening.Count == 0)
                return;
        }
    }

    private static async Task ReadAsync(PipeTarget target, PipeReader reader, CancellationTokenSource failing)
    {
        try
        {
            await target.CopyFromAsync(reader.AsStream(leaveOpen: true), failing.Token).ConfigureAwait(false);
        }
        catch
        {
            await failing.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);
        }
    }
}
