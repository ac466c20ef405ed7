using System.Globalization;
using System.Text.Json;

namespace Acceptance.Cloud.Live.Json;

/// <summary>A place in an answer that knows its own path, so that what is missing there can be named.</summary>
internal readonly struct Field
{
    // How juju prints a moment (Go layout "02 Jan 2006 15:04:05Z07:00"), beside ISO 8601.
    private static readonly string[] JujuTimes =
    [
        "dd MMM yyyy HH:mm:sszzz",
        "dd MMM yyyy HH:mm:ssK",
        "dd MMM yyyy HH:mm:ss'Z'",
    ];

    private readonly JsonElement _value;

    public Field(JsonElement value, string path)
    {
        _value = value;
        Path = path;
    }

    public string Path { get; }

    public bool IsAbsent => _value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public bool IsObject => _value.ValueKind == JsonValueKind.Object;

    public bool IsList => _value.ValueKind == JsonValueKind.Array;

    public Field this[string name]
    {
        get
        {
            if (IsAbsent)
                return new Field(default, $"{Path}.{name}");
            if (!IsObject)
                throw Misshapen("an object");
            return new Field(
                _value.TryGetProperty(name, out var value) ? value : default,
                Path.Length == 0 ? name : $"{Path}.{name}"
            );
        }
    }

    public string Text() => TextOrNull() ?? throw Misshapen("text");

    public string? TextOrNull() =>
        _value.ValueKind switch
        {
            JsonValueKind.String => _value.GetString(),
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            _ => throw Misshapen("text"),
        };

    /// <summary>A state by the word that stands here.</summary>
    public State<T> State<T>()
        where T : struct, Enum => Cloud.State<T>.Read(Text());

    /// <summary>A state by the word that stands here, or unsaid where none does.</summary>
    public State<T> StateOrUnsaid<T>()
        where T : struct, Enum => Cloud.State<T>.Read(TextOrNull());

    /// <summary>Text, or a number or a truth value as JSON writes it: labels and properties come as either.</summary>
    public string Scalar() =>
        _value.ValueKind switch
        {
            JsonValueKind.String => _value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => _value.GetRawText(),
            _ => throw Misshapen("a single value"),
        };

    public int Int() => IntOrNull() ?? throw Misshapen("a whole number");

    public int? IntOrNull() =>
        _value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.Number when _value.TryGetInt32(out var number) => number,
            _ => throw Misshapen("a whole number"),
        };

    public double Number() =>
        _value.ValueKind == JsonValueKind.Number ? _value.GetDouble() : throw Misshapen("a number");

    public bool Flag(bool whenAbsent) =>
        _value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Undefined or JsonValueKind.Null => whenAbsent,
            _ => throw Misshapen("true or false"),
        };

    public bool Flag() => IsAbsent ? throw Misshapen("true or false") : Flag(whenAbsent: false);

    public DateTimeOffset Time() => TimeOrNull() ?? throw Misshapen("a time");

    /// <summary>A time; one that names no zone is UTC, as all of OpenStack's are.</summary>
    public DateTimeOffset? TimeOrNull()
    {
        if (TextOrNull() is not { Length: > 0 } text)
            return null;
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (
            DateTimeOffset.TryParseExact(text, JujuTimes, CultureInfo.InvariantCulture, Styles, out var time)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out time)
        )
            return time;
        throw Misshapen("a time");
    }

    public IReadOnlyList<Field> List() => IsList ? Items() : throw Misshapen("a list");

    public IReadOnlyList<Field> ListOrNone() => IsAbsent ? [] : List();

    public IReadOnlyList<(string Name, Field Value)> Members()
    {
        if (IsAbsent)
            return [];
        if (!IsObject)
            throw Misshapen("an object");
        var path = Path;
        // Of a name that stands twice the last counts, as where it is asked for by itself.
        var members = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        foreach (var member in _value.EnumerateObject())
            members[member.Name] = new Field(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
        return [.. members.Select(member => (member.Key, member.Value))];
    }

    /// <summary>Names to single values; what is null is left out.</summary>
    public IReadOnlyDictionary<string, string> Texts() =>
        Members()
            .Where(member => !member.Value.IsAbsent)
            .ToDictionary(member => member.Name, member => member.Value.Scalar(), StringComparer.Ordinal);

    public string Raw() => IsAbsent ? "" : _value.GetRawText();

    public MisshapenException Misshapen(string wanted) =>
        new(Path.Length == 0 ? "the answer" : $"`{Path}`", Found(), wanted);

    private Field[] Items()
    {
        var path = Path;
        return [.. _value.EnumerateArray().Select((item, index) => new Field(item, $"{path}[{index}]"))];
    }

    private string Found()
    {
        if (_value.ValueKind == JsonValueKind.Undefined)
            return "missing";
        if (_value.ValueKind == JsonValueKind.Null)
            return "null";
        var raw = _value.GetRawText();
        return raw.Length <= 60 ? raw : raw[..60] + "…";
    }
}
