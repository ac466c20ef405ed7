using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// The forms of a site's texts that are expressions: a value travels into requests, arguments and lines that an
/// operator pastes, so none begins as an option does, and none holds what a shell reads as more than a letter.
/// </summary>
internal static partial class SiteForms
{
    /// <summary>The longest text of any form but a pattern.</summary>
    public const int Longest = 400;

    /// <summary>
    /// For an expression that reads a site's text in one pass. Generated code asks a tenth of the start that an
    /// automaton without backtracking asks, and every run begins with these.
    /// </summary>
    public const int MostMilliseconds = 1_000;

    private const string Signs = "quotes, control characters and $ ` ; | & < > \\";

    private static readonly Dictionary<Form, (Regex Letters, string Allowed)> Known = new()
    {
        [Form.Name] = (Name(), $"a name of one line that does not begin with a dash or a blank, without {Signs}"),
        [Form.Value] = (Value(), $"one line without {Signs}"),
        [Form.Prose] = (Prose(), $"one line of up to {Longest} characters without control characters"),
        [Form.Word] = (Word(), "a name of letters, digits and . _ - @ : / +, which begins with a letter or a digit"),
        [Form.Application] = (Application(), "the name of a Juju application (letters, digits, dashes), or *"),
        [Form.Host] = (Host(), "a host name or an address (letters, digits and . - _ : %)"),
        [Form.HostOrNetwork] = (
            HostOrNetwork(),
            "an address, a host name, a domain such as .cloud.example, or a network such as 192.0.2.0/24"
        ),
        [Form.User] = (User(), "a user (letters, digits and . _ - @ +), which begins with a letter or a digit"),
        [Form.Addresses] = (Addresses(), "IP addresses, separated by commas"),
        [Form.Version] = (Version(), "a version such as 1.4.0"),
        [Form.ImageReference] = (Image(), "a container image such as registry.example/name:tag"),
        [Form.LibvirtUri] = (
            Libvirt(),
            "a libvirt URI such as qemu:///system or qemu+ssh://user@host/system, without a command"
        ),
        [Form.UrlPath] = (UrlPath(), "the path of a URL such as /hostname"),
        [Form.RemotePath] = (RemotePath(), "an absolute path of letters, digits and / . _ - + @ : = , %"),
        [Form.Sha512] = (Sha512(), "128 hexadecimal digits"),
        [Form.HostPort] = (HostPort(), "\"host:port\""),
        [Form.Gate] = (Gate(), "the tag of an item of the bar, D-011.1 to D-011.8, or a known issue such as D-045"),
        [Form.Uuid] = (Uuid(), "a uuid such as 6c1f4b5e-24a0-4d66-8ce5-6f0bd1a9a4be"),
        [Form.KubeVersion] = (KubeVersion(), "a version such as v1.34.8"),
    };

    /// <summary>The expression that a text must match, and what is allowed in words.</summary>
    public static (Regex Letters, string Allowed) Of(Form form) =>
        Known.TryGetValue(form, out var known)
            ? known
            : throw new InvalidOperationException($"The site's reader knows no form {form}.");

    /// <summary>The letters of a file's name: blanks and brackets may stand in it, what a shell expands may not.
    /// </summary>
    public static bool IsPath(string text) => Path().IsMatch(text) && !Hidden(text);

    /// <summary>
    /// Holds what no eye sees and a terminal obeys: controls, formats (bidirectional ones among them), line ends.
    /// </summary>
    public static bool Hidden(string text) => text.EnumerateRunes().Any(IsHidden);

    /// <summary>The text with what is hidden in it spelt out.</summary>
    public static string Shown(string text) =>
        Hidden(text)
            ? string.Concat(
                text.EnumerateRunes().Select(rune => IsHidden(rune) ? $"\\u{{{rune.Value:X4}}}" : rune.ToString())
            )
            : text;

    public static bool IsUuid(string text) => Uuid().IsMatch(text);

    /// <summary>The letters that an address may hold: none that a shell reads.</summary>
    public static bool IsUrl(string text) => Url().IsMatch(text);

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
        || rune.Value == '\uFFFD';

    [GeneratedRegex(
        @"^[^\s\-'""$`;|&<>\\]([^'""$`;|&<>\\]*[^\s'""$`;|&<>\\])?\z",
        RegexOptions.CultureInvariant,
        MostMilliseconds
    )]
    private static partial Regex Name();

    [GeneratedRegex(@"^[^'""$`;|&<>\\]+\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Value();

    [GeneratedRegex(@"^[^\r\n]+\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Prose();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._@:/+-]*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(\*|[a-z][a-z0-9-]*)\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Application();

    [GeneratedRegex(@"^[A-Za-z0-9_:][A-Za-z0-9._:%-]*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Host();

    // A domain of one label would hold half the world.
    [GeneratedRegex(
        @"^([A-Za-z0-9_:][A-Za-z0-9._:-]*|\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+|[0-9A-Fa-f:.]+/\d{1,3})\z",
        RegexOptions.CultureInvariant,
        MostMilliseconds
    )]
    private static partial Regex HostOrNetwork();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._@+-]*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex User();

    [GeneratedRegex(@"^[0-9A-Fa-f:.]+(, ?[0-9A-Fa-f:.]+)*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.+:~_-]*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Version();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._:/@+-]*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Image();

    // libvirt's "ext" transport, and a "command" of any, are programs that it runs.
    private const string Parameter =
        "(keyfile|no_tty|no_verify|socket|sshauth|known_hosts|known_hosts_verify|pkipath|mode|name|proxy)"
        + "=[A-Za-z0-9._~/,:%-]*";

    [GeneratedRegex(
        @"^(qemu|xen|ch|test)(\+(ssh|libssh|libssh2|tls|tcp|unix))?://([A-Za-z0-9_\[][A-Za-z0-9._@:%\[\]-]*)?"
            + @"/[A-Za-z0-9._/-]*(\?"
            + Parameter
            + "(&"
            + Parameter
            + @")*)?\z",
        RegexOptions.CultureInvariant,
        MostMilliseconds
    )]
    private static partial Regex Libvirt();

    [GeneratedRegex(@"^/[A-Za-z0-9._~/%?=&+-]*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex UrlPath();

    [GeneratedRegex(
        @"^[A-Za-z][A-Za-z0-9+.-]*://[A-Za-z0-9._~:/?#\[\]@&+,=%-]+\z",
        RegexOptions.CultureInvariant,
        MostMilliseconds
    )]
    private static partial Regex Url();

    [GeneratedRegex(@"^/[A-Za-z0-9._/@+:=,%-]*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex RemotePath();

    [GeneratedRegex(@"^[^\-'""$`;|&<>\\*?{}][^'""$`;|&<>\\*?{}]*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Path();

    [GeneratedRegex(@"^[0-9a-fA-F]{128}\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Sha512();

    [GeneratedRegex(
        @"^([A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:.]+\]):\d{1,5}\z",
        RegexOptions.CultureInvariant,
        MostMilliseconds
    )]
    private static partial Regex HostPort();

    [GeneratedRegex(
        @"^(D-011\.[1-8](-[a-z]+)?|(?!D-0?11\.)[A-Za-z][A-Za-z0-9.-]*)\z",
        RegexOptions.CultureInvariant,
        MostMilliseconds
    )]
    private static partial Regex Gate();

    [GeneratedRegex(
        @"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z",
        RegexOptions.CultureInvariant,
        MostMilliseconds
    )]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^v\d+\.\d+\.\d+\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex KubeVersion();
}
