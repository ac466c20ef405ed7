using System.Text.Json;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Finds what may not stand in a site file whatever the key: a value that looks like a credential (never shown again
/// in a message), and a "TODO" that nobody has filled in yet.
/// </summary>
internal static partial class SiteSecrets
{
    public const string Allowed = "where the credential lies (a file named under $.credentials), never its value";

    /// <summary>The path of each such value -> what was found and what is allowed.</summary>
    public static IReadOnlyDictionary<string, (string Found, string Allowed)> In(JsonElement root)
    {
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        Search(root, SitePath.Root, "", found);
        return found;
    }

    private static void Search(JsonElement element, string path, string key, Dictionary<string, (string, string)> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var one in element.EnumerateObject())
                    Search(one.Value, SitePath.Of(path, one.Name), one.Name, found);
                break;
            case JsonValueKind.Array:
                foreach (var (index, one) in element.EnumerateArray().Index())
                    Search(one, SitePath.Of(path, index), key, found);
                break;
            case JsonValueKind.String:
                if (Judge(key, element.GetString()!) is { } judged)
                    found[path] = judged;
                break;
        }
    }

    private static (string, string)? Judge(string key, string text)
    {
        if (SecretKey().IsMatch(key))
            return ("a credential by its key (the value is not shown)", Allowed);
        if (text.Contains("-----BEGIN", StringComparison.Ordinal))
            return ("a PEM block (not shown)", "the path of the file that holds it");
        if (SecretValue().IsMatch(text))
            return ("a value that looks like a credential (not shown)", Allowed);
        return text.TrimStart().StartsWith("TODO", StringComparison.OrdinalIgnoreCase)
            ? ($"\"{text.Trim()}\"", "the value of this site; nobody has filled it in")
            : null;
    }

    [GeneratedRegex(
        "pass(word|wd|phrase)|secret|token|api[_-]?key|private[_-]?key|unseal[_-]?key|key[_-]?share",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        SiteForms.MostMilliseconds
    )]
    private static partial Regex SecretKey();

    // A Fernet token, a Vault token, a URL with a password in it, a line of an openrc.
    [GeneratedRegex(
        @"^gAAAA[\w-]{20,}|^(hvs|s)\.[A-Za-z0-9]{20,}$|^\w+://[^/@\s:]+:[^/@\s]+@|OS_PASSWORD\s*=",
        RegexOptions.CultureInvariant,
        SiteForms.MostMilliseconds
    )]
    private static partial Regex SecretValue();
}
