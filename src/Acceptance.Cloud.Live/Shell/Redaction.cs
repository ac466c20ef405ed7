using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Live.Transport;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>
/// Takes secrets out of what goes into evidence: those that this run has read, and what looks like one.
/// </summary>
internal sealed partial class Redaction
{
    private const string Mask = "REDACTED";
    private const int ShortestSecret = 4;
    private const int MostMilliseconds = 1_000;

    private readonly ConcurrentDictionary<string, byte> _known = new(StringComparer.Ordinal);

    /// <summary>A password, a token: never shown again.</summary>
    public void Learn(string? secret)
    {
        if (secret is { Length: >= ShortestSecret })
            _known.TryAdd(secret, 0);
    }

    public string Redacted(string text) => WithoutShapes(WithoutKnown(text));

    /// <summary>The telling part of an answer, for evidence.</summary>
    public string Excerpt(string text, int lines = 6, int length = 600)
    {
        // What is known goes first: a secret that the cut would halve is not known any more.
        var looked = Bounds.Beginning(WithoutKnown(text), Bounds.LookedAt);
        var cut = string.Join(
            '\n',
            WithoutShapes(looked)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(lines)
        );
        return cut.Length <= length ? cut : cut[..length] + " …";
    }

    private string WithoutKnown(string text)
    {
        foreach (var secret in _known.Keys)
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        return text;
    }

    private static string WithoutShapes(string text)
    {
        try
        {
            text = PrivateKey().Replace(text, $"-----BEGIN PRIVATE KEY----- {Mask} -----END PRIVATE KEY-----");
            return Named().Replace(text, match => match.Groups["name"].Value + Mask);
        }
        catch (RegexMatchTimeoutException)
        {
            return Mask;
        }
    }

    // Every answer passes here: generated code with a time-out is five times as fast as what never backtracks.
    [GeneratedRegex(
        "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)",
        RegexOptions.Singleline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    private static partial Regex PrivateKey();

    [GeneratedRegex(
        """(?<name>"?(password|adminPass|secret|client-key-data|token|macaroon|unseal_key|power_pass|x-(auth|subject)-token)"?\s*[:=]\s*)("[^"]*"|[^\s,;{}\[\]]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    private static partial Regex Named();
}
