using System.Text;

namespace Acceptance.Cli.Twins.Running;

/// <summary>Finds the texts of a command: what would reach a shell, and can be read before it runs.</summary>
internal static class CommandTexts
{
    private const int LongestScript = 1 << 20;

    private static readonly string[] Interpreters =
    [
        "bash",
        "sh",
        "dash",
        "ash",
        "zsh",
        "ksh",
        "source",
        "python",
        "python3",
        "perl",
    ];

    public static IReadOnlyList<TextPiece> Of(IReadOnlyList<string> words)
    {
        var pieces = new List<TextPiece>();
        var interpreted = false;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (Script(word, interpreted) is { } text)
                pieces.Add(new TextPiece(at, word, true, text));
            else if (at > 0)
                pieces.Add(
                    new TextPiece(
                        at,
                        at > 1 && words[at - 1].StartsWith('-') && words[at - 1].EndsWith('c')
                            ? $"the text after {words[at - 1]}"
                            : $"'{word}'",
                        false,
                        word
                    )
                );
            interpreted |= Interpreters.Contains(Path.GetFileName(word));
        }

        if (interpreted && OfInput() is { } input)
            pieces.Add(input);
        return pieces;
    }

    /// <summary>A script: named after an interpreter or like one, or it names its own in its first line.</summary>
    private static string? Script(string path, bool interpreted)
    {
        if (!File.Exists(path) || new FileInfo(path).Length > LongestScript)
            return null;
        try
        {
            var bytes = File.ReadAllBytes(path);
            var hashBang = bytes.AsSpan().StartsWith("#!"u8);
            if (bytes.AsSpan(0, Math.Min(bytes.Length, 8192)).Contains((byte)0))
                return null;
            return hashBang || interpreted || path.EndsWith(".sh", StringComparison.Ordinal)
                ? Encoding.UTF8.GetString(bytes)
                : null;
        }
        catch (Exception shut) when (shut is IOException or UnauthorizedAccessException)
        {
            // Who runs it will say that it cannot be read.
            return null;
        }
    }

    /// <summary>
    /// A script that is redirected from a file; a pipe or a terminal cannot be read without taking it away.
    /// </summary>
    private static TextPiece? OfInput()
    {
        const string input = "/proc/self/fd/0";
        try
        {
            return
                File.ResolveLinkTarget(input, false) is FileInfo { Exists: true } file
                && file.FullName.StartsWith('/')
                && !file.FullName.StartsWith("/dev/", StringComparison.Ordinal)
                && Script(file.FullName, true) is { } text
                ? new TextPiece(TextPiece.StandardInput, "standard input", true, text)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
