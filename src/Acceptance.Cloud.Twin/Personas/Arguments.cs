namespace Acceptance.Cloud.Twin.Personas;

/// <summary>An argv taken apart: options that take a value, flags, operands, and what follows --.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly List<string> _operands = [];

    private Arguments() { }

    public IReadOnlyList<string> Operands => _operands;

    /// <summary>Operands, before and behind --, for a program that takes -- as the end of its options.</summary>
    public IReadOnlyList<string> AllOperands => [.. _operands, .. Rest ?? []];

    /// <summary>What follows --; null without one.</summary>
    public IReadOnlyList<string>? Rest { get; private set; }

    /// <summary>The first option that the program does not know; null when all are known.</summary>
    public string? Unknown { get; private set; }

    /// <summary>Takes an argv apart.</summary>
    /// <param name="valued">Options that take a value, as written ("-m", "--model").</param>
    /// <param name="flags">Options that take none.</param>
    /// <param name="stopAtOperands">
    /// How many operands end the options: what follows belongs to the command line that is carried (ssh HOST CMD).
    /// </param>
    public static Arguments Parse(
        IEnumerable<string> argv,
        string[] valued,
        string[] flags,
        int stopAtOperands = int.MaxValue
    )
    {
        var parsed = new Arguments();
        using var words = argv.GetEnumerator();
        while (words.MoveNext())
        {
            var word = words.Current;
            if (parsed._operands.Count >= stopAtOperands)
                parsed._operands.Add(word);
            else if (word == "--")
            {
                parsed.Rest = Remaining(words);
                break;
            }
            else
                parsed.Take(word, words, valued, flags);
        }

        return parsed;
    }

    public bool Has(params string[] names) => names.Any(_values.ContainsKey);

    public string? Value(params string[] names) =>
        names
            .Select(name => _values.TryGetValue(name, out var all) ? all[^1] : null)
            .FirstOrDefault(value => value is not null);

    public IEnumerable<string> Values(params string[] names) =>
        names.SelectMany(name => _values.TryGetValue(name, out var all) ? all : []);

    private static List<string> Remaining(IEnumerator<string> words)
    {
        var rest = new List<string>();
        while (words.MoveNext())
            rest.Add(words.Current);
        return rest;
    }

    private void Take(string word, IEnumerator<string> words, string[] valued, string[] flags)
    {
        if (word.Length < 2 || word[0] != '-')
            _operands.Add(word);
        else if (flags.Contains(word))
            Add(word, "true");
        else if (valued.Contains(word))
            Add(word, words.MoveNext() ? words.Current : "");
        else if (word.IndexOf('=') is > 0 and var at && (valued.Contains(word[..at]) || flags.Contains(word[..at])))
            Add(word[..at], word[(at + 1)..]);
        else if (word[1] != '-' && valued.Contains(word[..2]))
            Add(word[..2], word[2..]);
        else if (word[1] != '-' && word.Length > 2 && word[1..].All(letter => flags.Contains($"-{letter}")))
            foreach (var letter in word[1..])
                Add($"-{letter}", "true");
        else
            Unknown ??= word;
    }

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out var all))
            _values[name] = all = [];
        all.Add(value);
    }
}
