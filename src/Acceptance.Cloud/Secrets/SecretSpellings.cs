using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace Acceptance.Cloud.Secrets;

/// <summary>One secret as a URL, JSON, markup, a shell, base64 and hex write it.</summary>
internal static class SecretSpellings
{
    // What is shorter in another spelling would be found in honest texts.
    private const int ShortestOther = 8;

    public static IEnumerable<string> All(string secret) =>
        new[] { secret }
            .Concat(Written(secret).Concat(Encoded(secret)).Where(spelled => spelled.Length >= ShortestOther))
            .Distinct();

    private static IEnumerable<string> Written(string secret)
    {
        // Most secrets are letters and digits, which all of them write as they are.
        if (secret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
            yield break;
        var url = Uri.EscapeDataString(secret);
        yield return url;
        yield return LowerHex(url);
        yield return WebUtility.UrlEncode(secret);
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        yield return WebUtility.HtmlEncode(secret);
        yield return secret.Replace("'", "'\\''", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Encoded(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        for (var before = 0; before < 3; before++)
        {
            var core = Base64Core(bytes, before);
            yield return core;
            yield return core.Replace('+', '-').Replace('/', '_');
        }

        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
    }

    /// <summary>
    /// The characters that only the secret makes, where so many bytes stand before it in their group of three.
    /// </summary>
    private static string Base64Core(byte[] secret, int before)
    {
        var encoded = Convert.ToBase64String([.. new byte[before], .. secret]);
        var first = before == 0 ? 0 : before + 1;
        var whole = (before + secret.Length) * 8 / 6;
        return whole > first ? encoded[first..whole] : "";
    }

    private static string LowerHex(string url)
    {
        var lower = url.ToCharArray();
        for (var at = 0; at < lower.Length - 2; at++)
        {
            if (lower[at] != '%')
                continue;
            lower[at + 1] = char.ToLowerInvariant(lower[at + 1]);
            lower[at + 2] = char.ToLowerInvariant(lower[at + 2]);
        }

        return new string(lower);
    }
}
