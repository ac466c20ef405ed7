using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Secrets;

namespace Acceptance.Cloud.Sentences;

/// <summary>
/// What a cloud, a tenant or a file says, made fit to stand in a sentence: a terminal obeys none of it, it does not
/// run backwards, it ends where a reader's patience does.
/// </summary>
public static partial class OutsideText
{
    /// <summary>Characters of one sentence; a hundred findings of one check have fewer.</summary>
    public const int Most = 8_000;

    // The words that say how much was left out have room below the bound: what was cut once is not cut again.
    private const int RoomForTheRest = 48;
    private const char Replaced = '\uFFFD';

    /// <summary>One line: a break or a tab becomes a space.</summary>
    public static string Line(string? text, int most = Most) => Bounded(Shown(text).Replace('\n', ' '), most);

    /// <summary>Line feeds stay; a tab becomes a space.</summary>
    public static string Lines(string? text, int most = Most) => Bounded(Shown(text), most);

    /// <summary>
    /// Controls (but for line feeds), direction marks, what XML 1.0 forbids, and what shows nothing and is read by
    /// machines (tags) become U+FFFD; every other break of a line is a line feed.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') || !text.Any(NeedsWork))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
            clean.Append(Shown(rune));
        return clean.ToString();
    }

    private static string Shown(string? text)
    {
        var clean = Clean(text ?? "");
        return clean.Contains('\\', StringComparison.Ordinal) ? Spelled().Replace(clean, WithoutControl) : clean;
    }

    /// <summary>A control that JSON spells is one again where somebody pastes what was shown.</summary>
    private static string WithoutControl(Match spelled)
    {
        var one = (char)Convert.ToInt32(spelled.Groups["code"].Value, 16);
        return char.IsSurrogate(one) || Clean($"{one}") != $"{Replaced}" ? spelled.Value : $"{Replaced}";
    }

    [GeneratedRegex(@"\\u(?<code>[0-9A-Fa-f]{4})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spelled();

    private static string Shown(Rune rune) =>
        rune.Value switch
        {
            '\n' or 0x2028 or 0x2029 => "\n",
            '\t' or '\r' => " ",
            _ when IsUnfit(rune) => $"{Replaced}",
            _ => rune.ToString(),
        };

    private static bool IsUnfit(Rune rune) =>
        Rune.IsControl(rune)
        || IsDirection(rune.Value)
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is 0xFEFF or (>= 0xE0000 and <= 0xE007F) or (>= 0xFDD0 and <= 0xFDEF);

    private static bool NeedsWork(char one) =>
        (char.IsControl(one) && one != '\n')
        || char.IsSurrogate(one)
        || IsDirection(one)
        || one is '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFE' or (>= '\uFDD0' and <= '\uFDEF');

    private static bool IsDirection(int one) =>
        one is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F);

    private static string Bounded(string text, int most)
    {
        // A secret that the cut would halve is not known any more: it goes first.
        if (text.Length > most)
            text = Redaction.OfProcess.Redacted(text);
        if (text.Length <= most)
            return text;
        var kept = Math.Max(1, most - RoomForTheRest);
        if (char.IsHighSurrogate(text[kept - 1]))
            kept--;
        var left = (text.Length - kept).ToString(CultureInfo.InvariantCulture);
        return $"{text[..kept].TrimEnd()}… ({left} more characters)";
    }
}
