using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Sites;

/// <summary>
/// Compares, line by line, the marks a site file's comments write with those the model declares for the keys on that
/// line.
/// </summary>
internal static partial class SiteMarks
{
    internal sealed record Line(int Number, HashSet<string> Written, HashSet<string> Declared);

    /// <summary>Every line that holds a literal.</summary>
    public static IReadOnlyList<Line> In(string json)
    {
        var declared = new SortedDictionary<int, HashSet<string>>();
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        reader.Read();
        Section(ref reader, typeof(Site), bytes, declared);
        var lines = json.Split('\n');
        return [.. declared.Select(line => new Line(line.Key, Marks(lines[line.Key - 1]), line.Value))];
    }

    /// <summary>Properties of the model that are literals and carry no mark.</summary>
    public static IEnumerable<string> Unmarked() =>
        typeof(Site)
            .Assembly.GetTypes()
            .Where(type => SiteShape.IsSection(type) && !type.IsSubclassOf(typeof(Attribute)) && !type.IsNested)
            .SelectMany(type =>
                SiteShape
                    .Of(type)
                    .Where(one => IsLiteral(one) && one.Lifetime is null)
                    .Select(one => $"{type.Name}.{one.Property.Name}")
            );

    private static bool IsLiteral(SiteProperty property) =>
        !SiteShape.IsSection(SiteShape.ElementOf(property.Type) ?? SiteShape.TableOf(property.Type) ?? property.Type);

    private static void Section(
        ref Utf8JsonReader reader,
        Type type,
        byte[] bytes,
        SortedDictionary<int, HashSet<string>> declared
    )
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            var line = LineOf(reader.TokenStartIndex, bytes);
            var property = SiteShape.Of(type).FirstOrDefault(one => one.Key == key);
            reader.Read();
            if (property is null)
                continue;
            if (IsLiteral(property))
                Declare(declared, line, property);
            Value(ref reader, property, bytes, declared);
        }
    }

    private static void Value(
        ref Utf8JsonReader reader,
        SiteProperty property,
        byte[] bytes,
        SortedDictionary<int, HashSet<string>> declared
    )
    {
        var inner = SiteShape.ElementOf(property.Type) ?? SiteShape.TableOf(property.Type) ?? property.Type;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (SiteShape.IsSection(inner))
                    Section(ref reader, inner, bytes, declared);
            }
        }
        else if (SiteShape.TableOf(property.Type) is not null)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (IsLiteral(property))
                    Declare(declared, LineOf(reader.TokenStartIndex, bytes), property);
                reader.Read();
                if (SiteShape.IsSection(inner))
                    Section(ref reader, inner, bytes, declared);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            Section(ref reader, inner, bytes, declared);
        }
    }

    private static void Declare(SortedDictionary<int, HashSet<string>> declared, int line, SiteProperty property)
    {
        if (!declared.TryGetValue(line, out var marks))
            declared[line] = marks = [];
        marks.Add(property.Lifetime is { } lifetime ? SiteSchema.Word(lifetime) : "no mark");
    }

    private static int LineOf(long offset, byte[] bytes) => bytes.AsSpan(0, (int)offset).Count((byte)'\n') + 1;

    private static HashSet<string> Marks(string line) =>
        line.Split("// ", 2) is [_, var comment] ? [.. Mark().Matches(comment).Select(mark => mark.Value)] : [];

    [GeneratedRegex(@"\b(fixed|per-site|per-rebuild)\b")]
    private static partial Regex Mark();
}
