namespace VerifyTests;

/// <summary>What was found equal.</summary>
public class VerifyResult
{
    private readonly string _file;

    internal VerifyResult(object? target, string file, string text)
    {
        Target = target;
        _file = file;
        Text = text;
    }

    public object? Target { get; }

    /// <summary>Scrubbed, as it was compared.</summary>
    public string Text { get; }

    /// <summary>The approved file.</summary>
    public IEnumerable<string> Files => [_file];
}
