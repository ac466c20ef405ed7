using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.Personas.Juju;

/// <summary>
/// YAML as Go's yaml package writes it: two blanks a level, lists at their key's column, strings quoted only where they
/// must be.
/// </summary>
internal static partial class GoYaml
{
    public static string Of(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int level)
    {
        var blank = new string(' ', level * 2);
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map)
                {
                    text.Append(blank).Append(Scalar(key)).Append(':');
                    Nested(text, value, level);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    var inner = new StringBuilder();
                    Write(inner, item, 0);
                    text.Append(blank)
                        .Append("- ")
                        .Append(inner.ToString().TrimEnd('\n').Replace("\n", $"\n{blank}  ", StringComparison.Ordinal))
                        .Append('\n');
                }

                break;
            default:
                text.Append(blank).Append(Scalar(node)).Append('\n');
                break;
        }
    }

    private static void Nested(StringBuilder text, JsonNode? value, int level)
    {
        switch (value)
        {
            case JsonObject { Count: 0 }:
                text.Append(" {}\n");
                break;
            case JsonArray { Count: 0 }:
                text.Append(" []\n");
                break;
            case JsonObject:
                text.Append('\n');
                Write(text, value, level + 1);
                break;
            case JsonArray:
                text.Append('\n');
                Write(text, value, level);
                break;
            case JsonValue
                when value.GetValueKind() == JsonValueKind.String
                    && value.GetValue<string>() is var block
                    && block.Contains('\n', StringComparison.Ordinal):
                Block(text, block, level + 1);
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    /// <summary>A literal block, indented: the trap of DOCFIX-021's second manifestation.</summary>
    private static void Block(StringBuilder text, string value, int level)
    {
        var blank = new string(' ', level * 2);
        text.Append(value.EndsWith('\n') ? " |\n" : " |-\n");
        foreach (var line in value.TrimEnd('\n').Split('\n'))
            text.Append(line.Length == 0 ? "" : blank).Append(line).Append('\n');
    }

    private static string Scalar(JsonNode? node) =>
        node is null
            ? "null"
            : node.GetValueKind() switch
            {
                JsonValueKind.String => Scalar(node.GetValue<string>()),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => node.ToJsonString(),
            };

    private static string Scalar(string text) =>
        text.Length == 0
        || NeedsQuotes().IsMatch(text)
        || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? text.Any(char.IsControl) || text.Contains('\'', StringComparison.Ordinal)
                ? JsonSerializer.Serialize(text)
                : $"'{text}'".Replace("''", "\"\"", StringComparison.Ordinal)
            : text;

    [GeneratedRegex(
        @"^(?:true|false|yes|no|on|off|null|~|y|n)$|^[\s\-?:,\[\]{}#&*!|>'""%@`]|: |:$| #|\s$|^\d+[:_]\d",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex NeedsQuotes();
}
