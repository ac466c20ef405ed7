using System.Text;

namespace CliWrap;

/// <summary>Where what a process writes goes. Its end closes the pipe; a bound on its size is the target's own.</summary>
public abstract class PipeTarget
{
    private const int CharacterBufferSize = 1024;

    /// <summary>
    /// Not read at all: the pipe is closed at once, so a process that writes to it gets a broken pipe.
    /// To let a process talk and not listen, use ToStream(Stream.Null).
    /// </summary>
    public static PipeTarget Null { get; } =
        Create(
            (_, cancellationToken) =>
                cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask
        );

    public static PipeTarget Create(Func<Stream, CancellationToken, Task> handlePipeAsync) =>
        new DelegatedTarget(handlePipeAsync);

    public static PipeTarget Create(Action<Stream> handlePipe) =>
        Create(
            (origin, _) =>
            {
                handlePipe(origin);
                return Task.CompletedTask;
            }
        );

    public static PipeTarget ToStream(Stream stream, bool autoFlush) =>
        Create((origin, cancellationToken) => StreamCopy.RunAsync(origin, stream, autoFlush, cancellationToken));

    public static PipeTarget ToStream(Stream stream) => ToStream(stream, true);

    public static PipeTarget ToFile(string filePath) =>
        Create(
            async (origin, cancellationToken) =>
            {
                await using var file = File.Create(filePath);
                await origin.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            }
        );

    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder, Encoding encoding) =>
        Create(
            async (origin, cancellationToken) =>
            {
                using var reader = Reader(origin, encoding);
                var characters = new char[CharacterBufferSize];
                int read;
                while ((read = await reader.ReadAsync(characters, cancellationToken).ConfigureAwait(false)) > 0)
                    stringBuilder.Append(characters, 0, read);
            }
        );

    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder) =>
        ToStringBuilder(stringBuilder, Encoding.Default);

    /// <summary>Called for each line, without its end; the last one need not have any.</summary>
    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync, Encoding encoding) =>
        Create(
            async (origin, cancellationToken) =>
            {
                using var reader = Reader(origin, encoding);
                while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
                    await handleLineAsync(line, cancellationToken).ConfigureAwait(false);
            }
        );

    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync) =>
        ToDelegate(handleLineAsync, Encoding.Default);

    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync, Encoding encoding) =>
        ToDelegate((line, _) => handleLineAsync(line), encoding);

    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync) =>
        ToDelegate(handleLineAsync, Encoding.Default);

    public static PipeTarget ToDelegate(Action<string> handleLine, Encoding encoding) =>
        ToDelegate(
            line =>
            {
                handleLine(line);
                return Task.CompletedTask;
            },
            encoding
        );

    public static PipeTarget ToDelegate(Action<string> handleLine) => ToDelegate(handleLine, Encoding.Default);

    /// <summary>Each target gets all of it; the slowest sets the pace. Null targets are left out.</summary>
    public static PipeTarget Merge(params IEnumerable<PipeTarget> targets)
    {
        var listening = targets
            .SelectMany(target => target is MergedTarget merged ? merged.Targets : [target])
            .Where(target => target != Null)
            .ToArray();
        return listening switch
        {
            [] => Null,
            [var only] => only,
            _ => new MergedTarget(listening),
        };
    }

    public static PipeTarget Merge(params PipeTarget[] targets) => Merge((IEnumerable<PipeTarget>)targets);

    public abstract Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default);

    private static StreamReader Reader(Stream origin, Encoding encoding) =>
        new(origin, encoding, detectEncodingFromByteOrderMarks: false, CharacterBufferSize, leaveOpen: true);

    private sealed class DelegatedTarget(Func<Stream, CancellationToken, Task> copy) : PipeTarget
    {
        public override Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default) =>
            copy(origin, cancellationToken);
    }
}
