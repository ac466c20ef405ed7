using Acceptance.Cloud.Live.Transport;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>The telling part of an answer, for evidence.</summary>
internal static class Excerpts
{
    // Characters that may come to be shown, and those at the cut, where half a secret has no shape any more.
    private const int Looked = 4 * 1024;
    private const int Halved = 256;

    public static string Excerpt(this Redaction redaction, string text, int lines = 6, int length = 600)
    {
        // What is learned goes first: a secret that the cut would halve is not known any more.
        var known = Bounds.Beginning(redaction.WithoutLearned(text), Bounds.LookedAt);
        var clean = redaction.Redacted(Bounds.Beginning(known, Looked));
        var cut = string.Join(
            '\n',
            (known.Length > Looked ? clean[..^Math.Min(Halved, clean.Length)] : clean)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(lines)
        );
        return cut.Length <= length ? cut : cut[..length] + " …";
    }
}
