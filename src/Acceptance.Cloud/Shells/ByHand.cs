using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Shells;

/// <summary>
/// A command to paste. Its literal parts are ours; a hole is one word of the shell, whatever stands in it: neither a
/// second command nor an option. A bare string is none: one without a hole is written $"...".
/// </summary>
[InterpolatedStringHandler]
public sealed class ByHand : IEquatable<ByHand>
{
    /// <summary>Characters of one word: a name has 255. A cut one would be another, its quotes stay open.</summary>
    public const int MostOfAWord = 2_000;

    /// <summary>
    /// Stands for a word that a program would read as an option, or that is none; a shell finds it empty.
    /// </summary>
    private const string NoOption = "\"$VALUE\"";

    private readonly StringBuilder _line;

    public ByHand(int literalLength, int formattedCount) => _line = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string ours) => _line.Append(ours);

    public void AppendFormatted(string? value) => _line.Append(Word(value ?? ""));

    public void AppendFormatted<T>(T value)
        where T : IFormattable => AppendFormatted(value.ToString(null, CultureInfo.InvariantCulture));

    public void AppendFormatted(Uri value) => AppendFormatted(value.ToString());

    /// <summary>A piece of a command that was quoted when it was made.</summary>
    public void AppendFormatted(ByHand piece) => _line.Append(piece._line);

    /// <summary>Several words, one beside the other.</summary>
    public void AppendFormatted(IEnumerable<string> words) => AppendLiteral(string.Join(' ', words.Select(WordOf)));

    /// <summary>Pieces that bring their spaces with them.</summary>
    public void AppendFormatted(IEnumerable<ByHand> pieces)
    {
        foreach (var piece in pieces)
            AppendFormatted(piece);
    }

    public bool IsEmpty => _line.Length == 0;

    /// <summary>Characters.</summary>
    public int Length => _line.Length;

    /// <summary>One word of a command: the quotes that a shell needs, and never an option.</summary>
    public static string WordOf(string value) => value.StartsWith('-') ? NoOption : Piece(value);

    public bool Equals(ByHand? other) => other is not null && _line.Equals(other._line);

    public override bool Equals(object? obj) => Equals(obj as ByHand);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _line.ToString();

    /// <summary>A line that was quoted where it was made, or went the way out since.</summary>
    internal static ByHand Quoted(string line)
    {
        var command = new ByHand(line.Length, 0);
        command.AppendLiteral(line);
        return command;
    }

    // Within a word (--name=..., ^...$) a hyphen begins no option.
    private string Word(string value) =>
        _line.Length == 0 || char.IsWhiteSpace(_line[^1]) ? WordOf(value) : Piece(value);

    // A secret goes before the quotes come: taken out of them it would take one of them along.
    private static string Piece(string value) =>
        value.Length > MostOfAWord ? NoOption
        : ShellQuoting.QuoteIfNeeded(value) == value ? value
        : ShellQuoting.QuoteIfNeeded(Published.Line(value));
}
