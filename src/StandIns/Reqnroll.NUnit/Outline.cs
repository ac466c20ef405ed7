using System.Collections.Specialized;
using System.Text.RegularExpressions;

namespace Reqnroll.NUnit;

/// <summary>Puts the values of a row where an outline says <c>&lt;column&gt;</c>; what is no column stays as it is.</summary>
internal static partial class Outline
{
    public static string Fill(string text, IOrderedDictionary row) =>
        row.Count == 0 || !text.Contains('<')
            ? text
            : Placeholder().Replace(text, match => row[match.Groups[1].Value] as string ?? match.Value);

    [GeneratedRegex("<([^<>]+)>")]
    private static partial Regex Placeholder();
}
