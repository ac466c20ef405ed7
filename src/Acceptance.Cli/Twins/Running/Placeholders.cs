using System.Text.RegularExpressions;

namespace Acceptance.Cli.Twins.Running;

/// <summary>What the runbooks leave open in angle brackets, and what stands there in a twin's world.</summary>
internal sealed partial class Placeholders
{
    private readonly Dictionary<string, string> _values;

    public Placeholders(IReadOnlyDictionary<string, string> ofTheTwin, IReadOnlyDictionary<string, string> given)
    {
        _values = new Dictionary<string, string>(ofTheTwin, StringComparer.Ordinal);
        foreach (var (name, value) in given)
            _values[name] = value;
    }

    /// <summary>Every name that is filled, and by what.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    public (string Text, IReadOnlyList<TextChange> Changes) Fill(string text)
    {
        var changes = new List<TextChange>();
        var filled = Open()
            .Replace(
                text,
                match =>
                {
                    if (!_values.TryGetValue(match.Groups["name"].Value, out var value))
                        return match.Value;
                    changes.Add(
                        new TextChange(
                            text.AsSpan(0, match.Index).Count('\n') + 1,
                            match.Value,
                            value,
                            "a placeholder; another value: --fill NAME=VALUE"
                        )
                    );
                    return value;
                }
            );
        return (filled, changes);
    }

    [GeneratedRegex(@"(?<!<)<(?<name>[A-Za-z][A-Za-z0-9-]*)>", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Open();
}
