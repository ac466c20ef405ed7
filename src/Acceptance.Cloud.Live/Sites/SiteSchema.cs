using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// The JSON schema of a site file, from the same records that the reader reads. Each literal carries x-lifetime
/// (fixed, per-site, per-rebuild).
/// </summary>
public static class SiteSchema
{
    /// <summary>The text of sites/site.schema.json, ending in a line break.</summary>
    public static string Text()
    {
        var sections = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var root = Section(typeof(Site), sections);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "The site file of an acceptance run",
        };
        foreach (var (key, value) in root.ToArray())
        {
            root.Remove(key);
            schema[key] = value;
        }

        schema["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["type"] = "string" });
        schema["$defs"] = new JsonObject(sections.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
        return schema
                .ToJsonString(
                    new JsonSerializerOptions
                    {
                        WriteIndented = true,
                        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    }
                )
                .ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>fixed, per-site, per-rebuild: the words of the template's comments.</summary>
    public static string Word(Lifetime lifetime) =>
        lifetime switch
        {
            Lifetime.Fixed => "fixed",
            Lifetime.PerSite => "per-site",
            _ => "per-rebuild",
        };

    private static string Word(Form form) => JsonNamingPolicy.KebabCaseLower.ConvertName(form.ToString());

    private static JsonObject Section(Type type, SortedDictionary<string, JsonObject> sections)
    {
        var shape = SiteShape.Of(type);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(
                shape.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)Property(one, sections)))
            ),
        };
        if (shape.Any(one => one.Required))
            schema["required"] = new JsonArray([
                .. shape.Where(one => one.Required).Select(one => JsonValue.Create(one.Key)),
            ]);
        return schema;
    }

    private static JsonObject Property(SiteProperty property, SortedDictionary<string, JsonObject> sections)
    {
        var schema =
            SiteShape.ElementOf(property.Type) is { } item
                ? new JsonObject { ["type"] = "array", ["items"] = Value(item, property, sections) }
            : SiteShape.TableOf(property.Type) is { } value
                ? new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(value, property, sections) }
            : Value(property.Type, property, sections);
        if (SiteShape.ElementOf(property.Type) is not null && property.Required)
            schema["minItems"] = 1;
        if (property.KeyForm is { } keys)
            schema["propertyNames"] = new JsonObject { ["x-form"] = Word(keys) };
        if (property.Lifetime is { } lifetime)
            schema["x-lifetime"] = Word(lifetime);
        return schema;
    }

    private static JsonObject Value(Type type, SiteProperty property, SortedDictionary<string, JsonObject> sections)
    {
        if (SiteShape.IsSection(type))
        {
            if (!sections.ContainsKey(type.Name))
            {
                sections[type.Name] = [];
                sections[type.Name] = Section(type, sections);
            }

            return new JsonObject { ["$ref"] = $"#/$defs/{type.Name}" };
        }

        var schema = new JsonObject
        {
            ["type"] =
                type == typeof(int) ? "integer"
                : type == typeof(bool) ? "boolean"
                : "string",
        };
        if (type == typeof(string))
            schema["minLength"] = 1;
        if (type == typeof(Uri))
            schema["format"] = "uri";
        if (type == typeof(DateTimeOffset))
            schema["format"] = "date-time";
        if (type == typeof(TimeSpan))
            schema["x-form"] = "span";
        if (property.Words.Count > 0)
            schema["enum"] = new JsonArray([.. property.Words.Select(word => JsonValue.Create(word))]);
        if (property.Form is { } form)
            schema["x-form"] = Word(form);
        if (property.Between is not { } between)
            return schema;
        schema["minimum"] = between.Least;
        if (between.Most < int.MaxValue)
            schema["maximum"] = between.Most;
        return schema;
    }
}
