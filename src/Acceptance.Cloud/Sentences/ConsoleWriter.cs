using System.Text;

namespace Acceptance.Cloud.Sentences;

/// <summary>A console that shows a line when it is whole, as <see cref="Published"/> lets it out.</summary>
public sealed class ConsoleWriter(TextWriter console) : TextWriter
{
    private readonly StringBuilder _line = new();
    private readonly Lock _lock = new();

    public override Encoding Encoding => console.Encoding;

    public override void Write(char value)
    {
        lock (_lock)
            Take(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
            foreach (var one in buffer)
                Take(one);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    /// <summary>What is no whole line yet is shown, too.</summary>
    public override void Flush()
    {
        lock (_lock)
            Show();
        console.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Flush();
        base.Dispose(disposing);
    }

    private void Take(char one)
    {
        if (one != '\n')
        {
            _line.Append(one);
            return;
        }

        console.WriteLine(Published.LinesOnConsole(_line.ToString().TrimEnd('\r')));
        console.Flush();
        _line.Clear();
    }

    private void Show()
    {
        if (_line.Length == 0)
            return;
        console.Write(Published.LinesOnConsole(_line.ToString()));
        _line.Clear();
    }
}
