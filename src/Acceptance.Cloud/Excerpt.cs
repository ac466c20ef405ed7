using Acceptance.Cloud.Secrets;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud;

/// <summary>
/// The telling part of an answer: a few lines of outside text, cleaned, and without the secrets that were known when
/// it was made. A bare string is none.
/// </summary>
public sealed record Excerpt
{
    // Characters that are looked at for what was learned; that may come to be shown; and those at the cut, where half
    // a secret has no shape any more.
    private const int LookedAt = 16 * 1024;
    private const int Looked = 4 * 1024;
    private const int Halved = 256;

    private readonly string _lines;

    private Excerpt(string lines) => _lines = lines;

    /// <summary>There was no answer, or it is a secret.</summary>
    public static Excerpt None { get; } = new("");

    public bool IsEmpty => _lines.Length == 0;

    public static Excerpt From(string answer, Redaction redaction, int lines = 6, int length = 600)
    {
        if (answer.Length == 0)
            return None;
        // What is learned goes first: a secret that the cut would halve is not known any more.
        var known = Beginning(redaction.WithoutLearned(answer), LookedAt);
        var clean = redaction.Redacted(Beginning(known, Looked));
        var cut = string.Join(
            '\n',
            (known.Length > Looked ? clean[..^Math.Min(Halved, clean.Length)] : clean)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(lines)
        );
        return new(OutsideText.Lines(cut.Length <= length ? cut : cut[..length] + " …"));
    }

    /// <summary>The same behind what stood before it.</summary>
    public Excerpt After(Excerpt noise) => new($"(before the JSON: {noise})\n{this}");

    /// <summary>For the way out: what was learned since goes too.</summary>
    public Excerpt WithoutSecrets() => IsEmpty ? None : new(Published.Lines(_lines));

    public override string ToString() => _lines;

    private static string Beginning(string text, int most) => text.Length <= most ? text : text[..most];
}
