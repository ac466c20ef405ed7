using System.Text.RegularExpressions;

namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// Addresses of the cloud that the runbooks were written for. What names them would ask that cloud, not the twin.
/// </summary>
internal static partial class RealAddresses
{
    /// <summary>The block in which the runbooks' addresses read as they do there, one octet apart.</summary>
    public const int LiteralBlock = 12;

    /// <summary>The first one named, with its line; null when there is none.</summary>
    public static TextChange? First(string text) => Replacements(text, Real(), "").FirstOrDefault();

    public static string InBlock(string text, int block) => Real().Replace(text, $"127${{dot}}{block}");

    public static IEnumerable<TextChange> Changes(string text, int block) =>
        Replacements(text, Real(), $"127${{dot}}{block}");

    /// <summary>The first address of the block that the runbooks read as, for a twin that stands in another.</summary>
    public static TextChange? FirstLiteral(string text) => Replacements(text, Literal(), "").FirstOrDefault();

    public static string FromLiteral(string text, int block) => Literal().Replace(text, $"127${{dot}}{block}");

    public static IEnumerable<TextChange> ChangesFromLiteral(string text, int block) =>
        Replacements(text, Literal(), $"127${{dot}}{block}");

    private static IEnumerable<TextChange> Replacements(string text, Regex address, string becomes) =>
        from match in address.Matches(text)
        let tail = Tail().Match(text, match.Index + match.Length).Value
        select new TextChange(
            text.AsSpan(0, match.Index).Count('\n') + 1,
            match.Value + tail,
            match.Result(becomes) + tail,
            "the twin's address block"
        );

    [GeneratedRegex(
        @"(?<![\d.\w])10(?<dot>\\?\.)12(?=\\?\.[\dxN*$\[(])",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Real();

    [GeneratedRegex(
        @"(?<![\d.\w])127(?<dot>\\?\.)12(?=\\?\.[\dxN*$\[(])",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Literal();

    [GeneratedRegex(@"\G[\\.\d/]*", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Tail();
}
