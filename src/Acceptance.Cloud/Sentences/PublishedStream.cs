using System.Text;
using Acceptance.Cloud.Secrets;

namespace Acceptance.Cloud.Sentences;

/// <summary>
/// A file that a writer of somebody else's fills with JSON or markup: what was learned as a secret is taken out of
/// each line, and no raw control or direction mark stays in it (a formatter escapes those that it knows of).
/// </summary>
public sealed class PublishedStream(Stream file) : Stream
{
    private readonly MemoryStream _line = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position + _line.Length;
        set => throw new NotSupportedException("what was published is not written over");
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.IndexOf((byte)'\n') is var end && end >= 0)
        {
            _line.Write(buffer[..end]);
            Pass();
            file.WriteByte((byte)'\n');
            buffer = buffer[(end + 1)..];
        }

        _line.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <summary>What is no whole line waits for the rest of it: a secret may be cut by a buffer's end.</summary>
    public override void Flush() => file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Pass();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Pass()
    {
        if (_line.Length == 0)
            return;
        var said = Encoding.UTF8.GetString(_line.GetBuffer(), 0, (int)_line.Length);
        file.Write(Encoding.UTF8.GetBytes(OutsideText.Clean(Redaction.OfProcess.WithoutLearned(said))));
        _line.SetLength(0);
    }
}
