using System.Net;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Secrets;

/// <summary>
/// What looks like a secret, though nobody has learned it. A shape is masked with all that may belong to it: a word
/// too many costs a reader a question, a secret printed costs a cloud. Where one shows only once the spelling of JSON,
/// a URL or HTML is read, what is left of the text stands in plain.
/// </summary>
internal static class SecretShapes
{
    private const string Key = "-----BEGIN PRIVATE KEY----- " + Redaction.Mask + " -----END PRIVATE KEY-----";

    // Characters of "token=ab": names, numbers and states are shorter.
    private const int Shortest = 8;

    public static string Without(string text)
    {
        if (text.Length < Shortest)
            return text;
        try
        {
            var marked = Marked(text);
            var plain = SecretExpressions.Spelled().Replace(marked, Plain);
            var again = plain == marked ? marked : Marked(plain);
            return again == plain ? marked : again;
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
        return WithoutMaasKeys(SecretExpressions.Prefixed().Replace(text, Redaction.Mask));
    }

    private static string Plain(Match spelled) =>
        spelled.Groups["code"] is { Success: true } code
            ? $"{(char)Convert.ToInt32(code.Value, 16)}"
            : WebUtility.HtmlDecode(spelled.Value);

    // No sign but its form; the expression begins where its first part ends.
    private static string WithoutMaasKeys(string text)
    {
        foreach (var key in SecretExpressions.MaasKey().Matches(text).Reverse())
        {
            var start = key.Index - SecretExpressions.ConsumerKey;
            text = $"{text[..start]}{Redaction.Mask}{text[(key.Index + key.Length)..]}";
        }

        return text;
    }

    private static string Named(Match match) => match.Groups["name"].Value + Redaction.Mask;
}
