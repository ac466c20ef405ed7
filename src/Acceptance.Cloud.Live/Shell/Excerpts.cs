using Acceptance.Cloud.Live.Transport;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>The telling part of an answer, for evidence.</summary>
internal static class Excerpts
{
    public static string Excerpt(this Redaction redaction, string text, int lines = 6, int length = 600)
    {
        // What is learned goes first: a secret that the cut would halve is not known any more.
        var looked = Bounds.Beginning(redaction.WithoutLearned(text), Bounds.LookedAt);
        var cut = string.Join(
            '\n',
            redaction
                .Redacted(looked)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(lines)
        );
        return cut.Length <= length ? cut : cut[..length] + " …";
    }
}
