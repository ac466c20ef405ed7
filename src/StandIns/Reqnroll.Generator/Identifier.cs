using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reqnroll.Generator;

/// <summary>
/// A title as a C# name, spelled as the original spells it, so that a hand-written partial part fits both:
/// letters after anything else are capitals, dots and dashes become one underscore, all else is dropped.
/// </summary>
internal static class Identifier
{
    // A title is read while somebody types.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);
    private static readonly Regex WordStart = new(
        @"([^\p{Ll}\p{Lu}]+)([\p{Ll}\p{Lu}])",
        RegexOptions.None,
        matchTimeout: Most
    );
    private static readonly Regex Joints = new(@"[\n.-]+", RegexOptions.None, matchTimeout: Most);
    private static readonly Regex Rest = new(@"[^\w]", RegexOptions.None, matchTimeout: Most);

    public static string Of(string? title)
    {
        var text = (title ?? "").Replace("\"", "").Replace("'", "");
        text = WordStart.Replace(text, match => match.Groups[1].Value + match.Groups[2].Value.ToUpperInvariant());
        text = Rest.Replace(WithoutAccents(Joints.Replace(text, "_")), "");
        if (text.Length == 0)
        {
            return text;
        }

        text = char.ToUpperInvariant(text[0]) + text.Substring(1);
        return char.IsDigit(text[0]) ? "_" + text : text;
    }

    private static string WithoutAccents(string text)
    {
        var plain = text.Replace("Æ", "AE")
            .Replace("æ", "ae")
            .Replace("Ø", "O")
            .Replace("ø", "o")
            .Replace("ß", "B")
            .Replace("Ł", "L")
            .Replace("ł", "l");
        var letters = plain
            .Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return new string([.. letters]);
    }
}
