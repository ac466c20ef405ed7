using System.Net;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>What a text must look like (its form, its words, how long it is true), and what it becomes.</summary>
internal sealed partial class SiteText(string folder, string home, bool jumphostIsElsewhere)
{
    private const int LongestPattern = 2000;

    public const string ByName =
        "a name, resolved live: an id or an address is minted anew at each rebuild (DOCFIX-034)";

    /// <summary>The text as the site holds it, or what is allowed instead.</summary>
    public (string? Text, string? Allowed) Read(string text, SiteProperty property)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (null, "a text that is not empty (leave the key out to say nothing)");
        if (property.Words.Count > 0 && !property.Words.Contains(text))
            return (null, string.Join(", ", property.Words));
        if (property.Lifetime == Lifetime.PerRebuild && IsId(text))
            return (null, ByName);
        return Formed(text, property.Form, property);
    }

    /// <summary>A table's key, or what is allowed instead.</summary>
    public (string? Text, string? Allowed) Key(string key, SiteProperty property) =>
        Formed(key, property.KeyForm, property);

    private (string? Text, string? Allowed) Formed(string text, Form? form, SiteProperty property) =>
        form switch
        {
            // One that the reader does not ask anything of would travel as it stands.
            null when property.Words.Count == 0 => throw new InvalidOperationException(
                "A text of a site has a form or words: give "
                    + $"{property.Property.DeclaringType?.Name}.{property.Property.Name} one."
            ),
            null => (text, null),
            Form.Path or Form.Folder => Locate(text),
            Form.JumphostPath => jumphostIsElsewhere
                ? text[0] == '/' && SiteForms.IsPath(text)
                    ? (text, null)
                    : (null, "an absolute path on the jumphost, which is another host")
                : Locate(text),
            Form.Pattern => Pattern(text),
            { } known => Matches(text, SiteForms.Of(known)),
        };

    /// <summary>What Keystone, Nova or a floating IP call a thing, and a rebuild calls otherwise.</summary>
    private static bool IsId(string text) =>
        SiteForms.IsUuid(text)
        || HexId().IsMatch(text)
        || (text.AsSpan().IndexOfAny('.', ':') > 0 && IPAddress.TryParse(text, out _));

    private (string?, string?) Locate(string text)
    {
        if (text.Contains('$'))
            return (null, "a path without variables (~ is the home, a relative one starts at the site file's folder)");
        if (!SiteForms.IsPath(text))
            return (null, "a path that does not begin with a dash, without quotes, control characters and " + Expanded);
        if (text == "~")
            return (home, null);
        if (text.StartsWith("~/", StringComparison.Ordinal))
            return (Path.GetFullPath(text[2..], home), null);
        return text[0] == '~'
            ? (null, "a path; ~ stands for your own home only")
            : (Path.GetFullPath(text, folder), null);
    }

    private const string Expanded = "$ ` ; | & < > \\ * ? { }";

    private static (string?, string?) Pattern(string text)
    {
        if (text.Length > LongestPattern || SiteForms.Hidden(text))
            return (null, $"a regular expression of up to {LongestPattern} characters without control characters");
        try
        {
            _ = new Regex(text, RegexOptions.NonBacktracking);
            return (text, null);
        }
        catch (ArgumentException broken)
        {
            return (null, $"a regular expression ({broken.Message.TrimEnd('.')})");
        }
        // What looks around or refers back can take for ever on what a cloud says.
        catch (NotSupportedException)
        {
            return (null, "a regular expression without look-around, back-references and atomic groups");
        }
    }

    private static (string?, string?) Matches(string text, (Regex Letters, string Allowed) form) =>
        text.Length <= SiteForms.Longest && form.Letters.IsMatch(text) && !SiteForms.Hidden(text)
            ? (text, null)
            : (null, form.Allowed);

    [GeneratedRegex("^[0-9a-fA-F]{32}$", RegexOptions.CultureInvariant, SiteForms.MostMilliseconds)]
    private static partial Regex HexId();
}
