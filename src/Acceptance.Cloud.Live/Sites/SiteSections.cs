using System.Text.Json;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>Reads objects, lists and tables into the site's records and collects every problem on the way.</summary>
internal sealed class SiteSections(
    SiteScalar scalars,
    IReadOnlyDictionary<string, (string Found, string Allowed)> refused
)
{
    private readonly List<(string Path, string Found, string Allowed)> _problems = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Path, string Found, string Allowed)> Problems => _problems;

    /// <summary>The record, or null where something in it was refused.</summary>
    public object? Section(JsonElement element, Type type, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return Refuse(
                path,
                Excerpt(element),
                $"an object with {string.Join(", ", SiteShape.Of(type).Select(one => one.Key))}"
            );
        var before = _problems.Count;
        var shape = SiteShape.Of(type);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var given in element.EnumerateObject())
            Key(given, type, shape, path, values);
        foreach (var missing in shape.Where(one => one.Required && !values.ContainsKey(one.Key)))
            Refuse(SitePath.Of(path, missing.Key), "nothing", $"{Kind(missing)} (required)");
        if (_problems.Count > before)
            return null;
        var section = Make(type, shape, values);
        foreach (var (key, found, allowed) in SiteConsistency.Of(section))
            Refuse(key.Length == 0 ? path : $"{path}.{key}", found, allowed);
        return _problems.Count > before ? null : section;
    }

    private void Key(
        JsonProperty given,
        Type type,
        IReadOnlyList<SiteProperty> shape,
        string path,
        Dictionary<string, object?> values
    )
    {
        var at = SitePath.Of(path, given.Name);
        // "$schema" is for editors.
        if (path == SitePath.Root && given.Name == "$schema")
            return;
        if (shape.FirstOrDefault(one => one.Key == given.Name) is not { } property)
        {
            if (refused.TryGetValue(at, out var why))
                Refuse(at, why.Found, why.Allowed);
            else
                Refuse(at, "an unknown key", NearName.First(given.Name, shape.Select(one => one.Key)));
            // A mistyped key is one problem, not also a missing one.
            if (NearName.Of(given.Name, shape.Select(one => one.Key)) is { } meant)
                values.TryAdd(meant, null);
            return;
        }

        if (!_seen.Add(at))
            Refuse(at, "the key a second time", "each key once");
        values[given.Name] = Value(given.Value, property, at);
    }

    private object? Value(JsonElement element, SiteProperty property, string path)
    {
        if (element.ValueKind == JsonValueKind.Null)
            return property.Optional
                ? null
                : Refuse(path, "null", property.Required ? Kind(property) : $"{Kind(property)}, or no such key");
        if (SiteShape.ElementOf(property.Type) is { } item)
            return List(element, item, property, path);
        return SiteShape.TableOf(property.Type) is { } value
            ? Table(element, value, property, path)
            : One(element, property.Type, property, path);
    }

    private object? One(JsonElement element, Type type, SiteProperty property, string path)
    {
        if (refused.TryGetValue(path, out var why))
            return Refuse(path, why.Found, why.Allowed);
        if (SiteShape.IsSection(type))
            return Section(element, type, path);
        var (value, allowed) = scalars.Read(element, type, property);
        return allowed is null ? value : Refuse(path, Excerpt(element), allowed);
    }

    private object? List(JsonElement element, Type item, SiteProperty property, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return Refuse(path, Excerpt(element), Kind(property));
        if (property.Required && element.GetArrayLength() == 0)
            return Refuse(path, "an empty list", "at least one");
        var list = Array.CreateInstance(item, element.GetArrayLength());
        foreach (var (index, one) in element.EnumerateArray().Index())
        {
            if (One(one, item, property, SitePath.Of(path, index)) is { } value)
                list.SetValue(value, index);
        }

        return list;
    }

    private object? Table(JsonElement element, Type value, SiteProperty property, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return Refuse(path, Excerpt(element), Kind(property));
        var table = (System.Collections.IDictionary)
            Activator.CreateInstance(
                typeof(Dictionary<,>).MakeGenericType(typeof(string), value),
                StringComparer.Ordinal
            )!;
        foreach (var one in element.EnumerateObject())
        {
            var at = SitePath.Of(path, one.Name);
            if (!_seen.Add(at))
                Refuse(at, "the key a second time", "each key once");
            if (scalars.Key(one.Name, property) is { } allowed)
                Refuse(at, "this key", allowed);
            if (One(one.Value, value, property, at) is { } entry)
                table[one.Name] = entry;
        }

        return table;
    }

    private static object Make(Type type, IReadOnlyList<SiteProperty> shape, Dictionary<string, object?> values)
    {
        var made = type.GetConstructor(Type.EmptyTypes) is not null
            ? Activator.CreateInstance(type)!
            : Activator.CreateInstance(type, [.. shape.Select(one => values.GetValueOrDefault(one.Key))])!;
        foreach (var property in shape.Where(one => values.ContainsKey(one.Key)))
            property.Property.SetValue(made, values[property.Key]);
        return made;
    }

    private object? Refuse(string path, string found, string allowed)
    {
        _problems.Add((path, found, allowed));
        return null;
    }

    private static string Kind(SiteProperty property) =>
        SiteShape.ElementOf(property.Type) is { } item ? $"a list of {Noun(item)}s"
        : SiteShape.TableOf(property.Type) is not null ? "an object whose keys are names"
        : SiteShape.IsSection(property.Type) ? "an object"
        : $"a {Noun(property.Type)}";

    private static string Noun(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(int) ? "whole number"
        : type == typeof(Uri) ? "URL"
        : type == typeof(TimeSpan) ? "span"
        : type == typeof(DateTimeOffset) ? "moment"
        : type == typeof(bool) ? "true or false"
        : "object";

    private static string Excerpt(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String when element.GetString()! is { Length: > 80 } text =>
                $"\"{SiteForms.Shown(text[..80])}...\"",
            _ => SiteForms.Shown(element.GetRawText()),
        };
}
