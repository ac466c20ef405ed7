using System.Globalization;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>The kinds of values that many directives share: on and off, numbers, sizes, times, words of a list; and that most may stand once.</summary>
internal static partial class NginxValues
{
    private static readonly string[] Once =
    [
        "flag",
        "text",
        "number",
        "size",
        "offset",
        "time",
        "seconds",
        "buffers",
        "one",
        "value",
        "once",
    ];

    /// <summary>Numbers with bounds of their own.</summary>
    private static readonly Dictionary<string, (int From, int To)> Bounds = new(StringComparer.Ordinal)
    {
        ["gzip_comp_level"] = (1, 9),
        ["limit_conn_status"] = (400, 599),
        ["limit_req_status"] = (400, 599),
        ["uwsgi_modifier1"] = (0, 255),
        ["uwsgi_modifier2"] = (0, 255),
    };

    public static void Check(NginxParser parser, NginxDirective directive, NginxBlock block, NginxStatement statement)
    {
        if (Once.Contains(directive.Kind) && block.Has(statement.Name))
            throw NginxParser.Refuse(statement, $"\"{statement.Name}\" directive is duplicate");
        var value = statement.Argument(1) ?? "";
        switch (directive.Kind)
        {
            case "flag"
                when !value.Equals("on", StringComparison.OrdinalIgnoreCase)
                    && !value.Equals("off", StringComparison.OrdinalIgnoreCase):
                throw NginxParser.Refuse(
                    statement,
                    $"invalid value \"{value}\" in \"{statement.Name}\" directive, it must be \"on\" or \"off\""
                );
            case "number":
                Number(statement, value);
                break;
            case "size" when !Size().IsMatch(value):
            case "offset" when !Offset().IsMatch(value):
            case "time" when !IsTime(value, milliseconds: true):
            case "seconds" when !IsTime(value, milliseconds: false):
            case "buffers" when !Positive().IsMatch(value) || Bytes(statement.Argument(2) ?? "") is null or 0:
                throw Invalid(statement);
            case "one" when !directive.Words.Contains(value, StringComparer.OrdinalIgnoreCase):
                throw NginxParser.Refuse(statement, $"invalid value \"{value}\"");
            case "bits":
                Bits(parser, directive, statement);
                break;
        }
    }

    /// <summary>Bytes of a size such as 4k; null when it is none.</summary>
    public static long? Bytes(string text)
    {
        if (!Offset().IsMatch(text))
            return null;
        var unit = char.ToLowerInvariant(text[^1]) switch
        {
            'k' => 1L << 10,
            'm' => 1L << 20,
            'g' => 1L << 30,
            _ => 1L,
        };
        return long.Parse(text.TrimEnd('k', 'K', 'm', 'M', 'g', 'G'), CultureInfo.InvariantCulture) * unit;
    }

    public static bool IsTime(string text, bool milliseconds) =>
        text.Length > 0 && (milliseconds ? Milliseconds() : Seconds()).IsMatch(text);

    public static NginxRefusedException Invalid(NginxStatement statement) =>
        NginxParser.Refuse(statement, $"\"{statement.Name}\" directive invalid value");

    private static void Number(NginxStatement statement, string value)
    {
        if (!Digits().IsMatch(value) || !int.TryParse(value, CultureInfo.InvariantCulture, out var number))
            throw NginxParser.Refuse(statement, $"\"{statement.Name}\" directive invalid number");
        if (!Bounds.TryGetValue(statement.Name, out var bounds))
            return;
        if (number > bounds.To || number < bounds.From)
            throw NginxParser.Refuse(statement, $"value must be between {bounds.From} and {bounds.To}");
    }

    private static void Bits(NginxParser parser, NginxDirective directive, NginxStatement statement)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var word in statement.Words.Skip(1))
        {
            if (!directive.Words.Contains(word, StringComparer.OrdinalIgnoreCase))
                throw NginxParser.Refuse(statement, $"invalid value \"{word}\"");
            if (!seen.Add(word))
                parser.Warn($"duplicate value \"{word}\" in {statement.Place}");
        }
    }

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^0*[1-9]\d*$")]
    private static partial Regex Positive();

    [GeneratedRegex(@"^\d+[kKmM]?$")]
    private static partial Regex Size();

    [GeneratedRegex(@"^\d+[kKmMgG]?$")]
    private static partial Regex Offset();

    [GeneratedRegex(
        @"^(?:\d+y)? *(?:\d+M)? *(?:\d+w)? *(?:\d+d)? *(?:\d+h)? *(?:\d+m(?!s))? *(?:\d+s)? *(?:\d+ms|\d+)?$"
    )]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@"^(?:\d+y)? *(?:\d+M)? *(?:\d+w)? *(?:\d+d)? *(?:\d+h)? *(?:\d+m)? *(?:\d+s?)?$")]
    private static partial Regex Seconds();
}
