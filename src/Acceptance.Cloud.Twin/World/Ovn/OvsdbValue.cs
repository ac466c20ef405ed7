using System.Globalization;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>A value of an OVSDB column.</summary>
public abstract partial record OvsdbValue
{
    private OvsdbValue() { }

    /// <summary>As the tools of Open vSwitch and OVN print it in a list: words bare, other strings in quotes.</summary>
    public string Text =>
        this switch
        {
            Words words => Quoted(words.Value),
            Number number => number.Value.ToString(CultureInfo.InvariantCulture),
            Truth truth => truth.Value ? "true" : "false",
            Row row => row.Id,
            Several several => $"[{string.Join(", ", several.Values.Select(value => value.Text))}]",
            Pairs pairs =>
                $"{{{string.Join(", ", pairs.Values.Select(pair => $"{Quoted(pair.Key)}={Quoted(pair.Value)}"))}}}",
            _ => throw new InvalidOperationException("a value is one of these"),
        };

    public static OvsdbValue Of(string text) => new Words(text);

    public static OvsdbValue Of(long number) => new Number(number);

    public static OvsdbValue Of(bool truth) => new Truth(truth);

    public static OvsdbValue Uuid(string uuid) => new Row(uuid);

    public static OvsdbValue Set(params IEnumerable<OvsdbValue> values) => new Several([.. values]);

    public static OvsdbValue Map(IEnumerable<KeyValuePair<string, string>> pairs) =>
        new Pairs([.. pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal)]);

    private static string Quoted(string text) =>
        Bare().IsMatch(text) && text is not ("true" or "false")
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A word, or a uuid.</summary>
    [GeneratedRegex("^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[a-zA-Z_][a-zA-Z0-9_.-]*$")]
    private static partial Regex Bare();

    public sealed record Words(string Value) : OvsdbValue;

    public sealed record Number(long Value) : OvsdbValue;

    public sealed record Truth(bool Value) : OvsdbValue;

    /// <summary>Another row, by its id.</summary>
    public sealed record Row(string Id) : OvsdbValue;

    public sealed record Several(IReadOnlyList<OvsdbValue> Values) : OvsdbValue;

    public sealed record Pairs(IReadOnlyList<KeyValuePair<string, string>> Values) : OvsdbValue;
}
