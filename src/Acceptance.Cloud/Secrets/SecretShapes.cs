using System.Buffers;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Secrets;

/// <summary>
/// What looks like a secret, though nobody has learned it. A shape is masked with all that may belong to it: a word
/// too many costs a reader a question, a secret printed costs a cloud.
/// </summary>
internal static class SecretShapes
{
    private const string Key = "-----BEGIN PRIVATE KEY----- " + Redaction.Mask + " -----END PRIVATE KEY-----";

    // No shape is without one of these: most texts hold none, and cost one look.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "-----BEGIN",
            "pass",
            "secret",
            "token",
            "macaroon",
            "key",
            "signature",
            "authorization",
            "bearer",
            "://",
            "hvs.",
            "hvb.",
            "hvr.",
            "s.",
            "b.",
            "eyJ",
            "gAAAAA",
            "AgE",
            "AQ",
            "LS0tLS1CRUdJTi",
            "ipmitool",
            "join",
            "share",
            "$6$",
            "$5$",
            "$y$",
            "$1$",
            "$2",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    public static string Without(string text)
    {
        try
        {
            return Bare(text.AsSpan().ContainsAny(Signs) ? Marked(text) : text);
        }
        catch (RegexMatchTimeoutException)
        {
            return Redaction.Mask;
        }
    }

    private static string Marked(string text)
    {
        text = SecretExpressions.PrivateKey().Replace(text, Key);
        text = SecretExpressions.Named().Replace(text, Named);
        text = SecretExpressions.Listed().Replace(text, Named);
        text = SecretExpressions.Share().Replace(text, Named);
        text = SecretExpressions.Authorization().Replace(text, Named);
        text = SecretExpressions.Option().Replace(text, Named);
        text = SecretExpressions.UserInfo().Replace(text, Named);
        return SecretExpressions.Prefixed().Replace(text, Redaction.Mask);
    }

    // Known by their length and letters alone.
    private static string Bare(string text) =>
        text.Length < SecretExpressions.ShortestBare ? text : SecretExpressions.Bare().Replace(text, Redaction.Mask);

    private static string Named(Match match) => match.Groups["name"].Value + Redaction.Mask;
}
