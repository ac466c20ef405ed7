using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Acceptance.Cloud.Secrets;

namespace Acceptance.Cloud.Sentences;

/// <summary>
/// What a user reads. Its literal parts are ours; a hole is outside text (a cloud's, a tenant's, a file's) and is
/// cleaned as it enters: one line, no controls, an end. A bare string is none: one without a hole is written $"...".
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence : IEquatable<Sentence>
{
    /// <summary>Characters of one hole: a hundred names of units.</summary>
    public const int MostOfAHole = 4_000;

    private readonly StringBuilder _words;

    public Sentence(int literalLength, int formattedCount) => _words = new(literalLength + (16 * formattedCount));

    public static Sentence Empty { get; } = $"";

    public bool IsEmpty => _words.Length == 0;

    /// <summary>To be read on from: without the full stop at its end.</summary>
    public Sentence Clause()
    {
        var clause = new Sentence(_words.Length, 0);
        clause._words.Append(_words);
        if (clause._words.Length > 0 && clause._words[^1] == '.')
            clause._words.Length--;
        return clause;
    }

    public bool StartsWith(string ours) => ToString().StartsWith(ours, StringComparison.Ordinal);

    /// <summary>Several as one, with words of ours between them.</summary>
    public static Sentence Join(string between, IEnumerable<Sentence> all)
    {
        var joined = new Sentence(0, 0);
        foreach (var one in all)
        {
            if (!joined.IsEmpty)
                joined.AppendLiteral(between);
            joined.AppendFormatted(one);
        }

        return joined;
    }

    public void AppendLiteral(string ours) => _words.Append(ours);

    /// <summary>
    /// A secret is told by what stands before it, and another hole's words may take that along: it goes here.
    /// </summary>
    public void AppendFormatted(string? outside) =>
        _words.Append(SecretShapes.Without(OutsideText.Line(outside, MostOfAHole)));

    /// <summary>A sentence was cleaned when it was made.</summary>
    public void AppendFormatted(Sentence? sentence) => _words.Append(sentence?._words);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format) =>
        AppendFormatted(
            value is IFormattable formed ? formed.ToString(format, CultureInfo.InvariantCulture) : value?.ToString()
        );

    public static bool operator ==(Sentence? one, Sentence? other) => one is null ? other is null : one.Equals(other);

    public static bool operator !=(Sentence? one, Sentence? other) => !(one == other);

    public bool Equals(Sentence? other) => other is not null && _words.Equals(other._words);

    public override bool Equals(object? obj) => Equals(obj as Sentence);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>For a sink that has its own way to show it, and for a sentence of another kind.</summary>
    public override string ToString() => _words.ToString();
}
