using System.Net;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>What a text must look like (its form, its words, how long it is true), and what it becomes.</summary>
internal sealed partial class SiteText(string folder, string home, bool jumphostIsElsewhere)
{
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
        return property.Form switch
        {
            null => (text, null),
            Form.Path => Locate(text),
            Form.JumphostPath => jumphostIsElsewhere
                ? Matches(text, Absolute(), "an absolute path on the jumphost, which is another host")
                : Locate(text),
            Form.RemotePath => Matches(text, Absolute(), "an absolute path"),
            Form.Pattern => Pattern(text),
            Form.Sha512 => Matches(text, Sha512(), "128 hexadecimal digits"),
            Form.HostPort => Matches(text, HostPort(), "\"host:port\""),
            Form.Gate => Matches(text, Gate(), "the tag of an item of the bar, D-011.1 to D-011.8"),
            Form.Uuid => Matches(text, Uuid(), "a uuid such as 6c1f4b5e-24a0-4d66-8ce5-6f0bd1a9a4be"),
            Form.KubeVersion => Matches(text, KubeVersion(), "a version such as v1.34.8"),
            _ => throw new InvalidOperationException($"The site's reader knows no form {property.Form}."),
        };
    }

    /// <summary>What Keystone, Nova or a floating IP call a thing, and a rebuild calls otherwise.</summary>
    private static bool IsId(string text) =>
        Uuid().IsMatch(text)
        || HexId().IsMatch(text)
        || (text.AsSpan().IndexOfAny('.', ':') > 0 && IPAddress.TryParse(text, out _));

    private (string?, string?) Locate(string text)
    {
        if (text.Contains('$'))
            return (null, "a path without variables (~ is the home, a relative one starts at the site file's folder)");
        if (text == "~")
            return (home, null);
        if (text.StartsWith("~/", StringComparison.Ordinal))
            return (Path.GetFullPath(text[2..], home), null);
        return text[0] == '~'
            ? (null, "a path; ~ stands for your own home only")
            : (Path.GetFullPath(text, folder), null);
    }

    private static (string?, string?) Pattern(string text)
    {
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

    private static (string?, string?) Matches(string text, Regex form, string allowed) =>
        form.IsMatch(text) ? (text, null) : (null, allowed);

    [GeneratedRegex("^/", RegexOptions.NonBacktracking)]
    private static partial Regex Absolute();

    [GeneratedRegex("^[0-9a-fA-F]{128}$", RegexOptions.NonBacktracking)]
    private static partial Regex Sha512();

    [GeneratedRegex(@"^[A-Za-z0-9.\-]+:\d{1,5}$", RegexOptions.NonBacktracking)]
    private static partial Regex HostPort();

    [GeneratedRegex(@"^D-011\.[1-8]$", RegexOptions.NonBacktracking)]
    private static partial Regex Gate();

    [GeneratedRegex("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();

    [GeneratedRegex("^[0-9a-fA-F]{32}$", RegexOptions.NonBacktracking)]
    private static partial Regex HexId();

    [GeneratedRegex(@"^v\d+\.\d+\.\d+$", RegexOptions.NonBacktracking)]
    private static partial Regex KubeVersion();
}
