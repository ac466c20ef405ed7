using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud;

/// <summary>The words of one kind of state, as they stand beside its members.</summary>
internal static class StateWords<T>
    where T : struct, Enum
{
    private static readonly (T Member, string Word)[] All =
    [
        .. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).SelectMany(WordsBeside),
    ];

    private static readonly FrozenDictionary<string, T> Exact = All.Where(one => !one.Word.Contains('*'))
        .ToFrozenDictionary(one => one.Word, one => one.Member, StringComparer.Ordinal);

    private static readonly (T Member, Regex Pattern)[] Varying =
    [
        .. All.Where(one => one.Word.Contains('*')).Select(one => (one.Member, Pattern(one.Word))),
    ];

    public static string WordOf(T member) => All.First(one => Equals(one.Member, member)).Word;

    public static T? Find(string word)
    {
        if (Exact.TryGetValue(word, out var member))
            return member;
        foreach (var (varying, pattern) in Varying)
        {
            if (pattern.IsMatch(word))
                return varying;
        }

        return null;
    }

    private static IEnumerable<(T Member, string Word)> WordsBeside(FieldInfo field)
    {
        var beside =
            field.GetCustomAttribute<WordAttribute>()
            ?? throw new InvalidOperationException($"{typeof(T).Name}.{field.Name} has no word");
        return beside.Words.Select(word => ((T)field.GetValue(null)!, word));
    }

    private static Regex Pattern(string word) =>
        new(
            $@"\A{string.Join(".+", word.Split('*').Select(Regex.Escape))}\z",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );
}
