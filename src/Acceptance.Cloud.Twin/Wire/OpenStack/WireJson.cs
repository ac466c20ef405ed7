using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>
/// JSON as Python's json.dumps writes it: <c>{"a": 1, "b": []}</c>, ASCII only; Keystone leaves the spaces out.
/// </summary>
internal static class WireJson
{
    public static string Write(JsonNode? node, bool compact)
    {
        var text = new StringBuilder();
        Write(text, node, compact ? "," : ", ", compact ? ":" : ": ");
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, string comma, string colon)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                Between(
                    text,
                    '{',
                    '}',
                    members,
                    comma,
                    member =>
                    {
                        Quote(text, member.Key);
                        text.Append(colon);
                        Write(text, member.Value, comma, colon);
                    }
                );
                break;
            case JsonArray items:
                Between(text, '[', ']', items, comma, item => Write(text, item, comma, colon));
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.String)
                    Quote(text, node.GetValue<string>());
                else
                    text.Append(node.ToJsonString());
                break;
        }
    }

    private static void Between<T>(
        StringBuilder text,
        char open,
        char close,
        IEnumerable<T> all,
        string comma,
        Action<T> write
    )
    {
        text.Append(open);
        var first = true;
        foreach (var one in all)
        {
            if (!first)
                text.Append(comma);
            first = false;
            write(one);
        }

        text.Append(close);
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or > '~' => text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }
}
