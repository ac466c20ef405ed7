using System.Text.RegularExpressions;
using Reqnroll.Discovery;

namespace Reqnroll.Expressions;

/// <summary>What may stand between braces: the built-in names, enums that steps take, and transformations.</summary>
internal sealed partial class ParameterTypes
{
    private const string Anything = ".*";
    private const string Integer = @"-?\d+";
    private const string Real = @"(?=.*\d.*)[-+]?\d*(?:\.(?=\d.*))?\d*(?:\d+[E][-+]?\d+)?";
    private const string Quoted = """(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)')""";

    private static readonly (Type Type, string Regex, string[] Names)[] BuiltIn =
    [
        (typeof(byte), Integer, ["byte", "Byte"]),
        (typeof(short), Integer, ["Int16"]),
        (typeof(int), Integer, ["int", "Int32"]),
        (typeof(long), Integer, ["long", "Int64"]),
        (typeof(double), Real, ["double", "Double"]),
        (typeof(float), Real, ["float", "Single"]),
        (typeof(decimal), Real, ["decimal", "Decimal"]),
        (typeof(bool), Anything, ["Boolean"]),
        (typeof(char), Anything, ["Char"]),
        (typeof(DateTime), Anything, ["DateTime"]),
        (typeof(Guid), Anything, ["Guid"]),
        (typeof(string), @"[^\s]+", ["word"]),
    ];

    private readonly Dictionary<string, List<string>> regexes = [];
    private readonly Dictionary<string, HashSet<Type>> shortNames = [];

    public ParameterTypes(IEnumerable<Type> stepParameters, IEnumerable<TransformationBinding> transformations)
    {
        Add("", Anything);
        foreach (var (_, regex, names) in BuiltIn)
        {
            Array.ForEach(names, name => Add(name, regex));
        }

        foreach (var type in stepParameters.Where(type => type.IsEnum).Distinct())
        {
            AddType(type, Anything);
        }

        foreach (var transformation in transformations)
        {
            AddTransformation(transformation);
        }
    }

    /// <exception cref="BindingException">The name is unknown, or two types share it.</exception>
    public string RegexOf(string name)
    {
        if (name == "string")
        {
            return Quoted;
        }

        if (shortNames.TryGetValue(name, out var types) && types.Count > 1 && !regexes.ContainsKey(name))
        {
            throw new BindingException(
                $"{{{name}}} is ambiguous: {string.Join(", ", types.Select(type => type.FullName))}; name a transformation instead."
            );
        }

        var key = types is { Count: 1 } && !regexes.ContainsKey(name) ? types.Single().FullName! : name;
        return regexes.TryGetValue(key, out var found)
            ? $"({string.Join('|', found.Select(regex => found.Count == 1 ? regex : $"(?:{regex})"))})"
            : throw new BindingException(
                $"{{{name}}} is no parameter type; there are {{string}}, {string.Join(", ", Known())}."
            );
    }

    private IEnumerable<string> Known() =>
        regexes
            .Keys.Where(name => name.Length > 0 && !name.Contains('.'))
            .Concat(shortNames.Keys)
            .Order(StringComparer.Ordinal)
            .Select(name => $"{{{name}}}");

    private void AddTransformation(TransformationBinding transformation)
    {
        var type = transformation.Method.ResultType;
        var regex = transformation.Regex is null ? Anything : Uncaptured(transformation.Regex.ToString());
        var builtIn = BuiltIn.FirstOrDefault(entry => entry.Type == type);
        if (transformation.Name is { } name && name != type.Name)
        {
            Add(name, regex);
        }
        else if (builtIn.Names is not null && type != typeof(string))
        {
            Array.ForEach(builtIn.Names, alias => Add(alias, regex));
        }
        else
        {
            AddType(type, regex);
        }
    }

    private void AddType(Type type, string regex)
    {
        Add(type.FullName!, regex);
        if (!shortNames.TryGetValue(type.Name, out var types))
        {
            shortNames[type.Name] = types = [];
        }

        types.Add(type);
    }

    private void Add(string name, string regex)
    {
        if (!regexes.TryGetValue(name, out var known))
        {
            regexes[name] = known = [];
        }

        if (!known.Contains(regex))
        {
            known.Add(regex);
        }
    }

    /// <summary>Inside a step the whole parameter is one capture; the transformation's own groups capture again later.</summary>
    private static string Uncaptured(string regex) =>
        Capture()
            .Replace(regex.TrimStart('^') is var open && open.EndsWith('$') ? open[..^1] : regex.TrimStart('^'), "(?:");

    [GeneratedRegex(@"(?<!\\)(?<!\[[^\]]*)\((?:(?!\?)|\?P?<(?![=!])\w+>|\?'\w+')")]
    private static partial Regex Capture();
}
