using System.Text;

namespace CliWrap;

/// <summary>What a process reads on its standard input, which is closed after it.</summary>
public abstract class PipeSource
{
    /// <summary>Nothing: the process meets the end of its input at once.</summary>
    public static PipeSource Null { get; } =
        Create(
            (_, cancellationToken) =>
                cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask
        );

    public static PipeSource Create(Func<Stream, CancellationToken, Task> handlePipeAsync) =>
        new DelegatedSource(handlePipeAsync);

    public static PipeSource Create(Action<Stream> handlePipe) =>
        Create(
            (destination, _) =>
            {
                handlePipe(destination);
                return Task.CompletedTask;
            }
        );

    public static PipeSource FromStream(Stream stream, bool autoFlush) =>
        Create(
            (destination, cancellationToken) => StreamCopy.RunAsync(stream, destination, autoFlush, cancellationToken)
        );

    public static PipeSource FromStream(Stream stream) => FromStream(stream, true);

    public static PipeSource FromFile(string filePath) =>
        Create(
            async (destination, cancellationToken) =>
            {
                await using var file = File.OpenRead(filePath);
                await file.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
            }
        );

    public static PipeSource FromBytes(ReadOnlyMemory<byte> data) =>
        Create(
            async (destination, cancellationToken) =>
                await destination.WriteAsync(data, cancellationToken).ConfigureAwait(false)
        );

    public static PipeSource FromBytes(byte[] data) => FromBytes((ReadOnlyMemory<byte>)data);

    public static PipeSource FromString(string str, Encoding encoding) => FromBytes(encoding.GetBytes(str));

    public static PipeSource FromString(string str) => FromString(str, Console.InputEncoding);

    public abstract Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default);

    private sealed class DelegatedSource(Func<Stream, CancellationToken, Task> copy) : PipeSource
    {
        public override Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default) =>
            copy(destination, cancellationToken);
    }
}
