namespace Acceptance.Cloud;

/// <summary>
/// A state as a service said it: a member of a closed enum where the word is known, else *unrecognised*, never the
/// nearest. It shows as the word that was said; two are equal when they mean the same. Nothing said is a state of
/// its own, and the default.
/// </summary>
public readonly record struct State<T>
    where T : struct, Enum
{
    private readonly string? _said;

    private State(T? known, string? said)
    {
        Known = known;
        _said = said;
    }

    /// <summary>What the word means; null when nobody knows it, or none was said.</summary>
    public T? Known { get; }

    /// <summary>The word to the letter; empty when none was said.</summary>
    public string Word => _said ?? (Known is { } known ? StateWords<T>.WordOf(known) : "");

    /// <summary>The word that nobody knows; null where it is known, or none was said.</summary>
    public string? Unrecognised => Known is null && Word.Length > 0 ? Word : null;

    /// <summary>No word was said.</summary>
    public bool Unsaid => Word.Length == 0;

    /// <summary>What a service's word says.</summary>
    public static State<T> Read(string? word) => new(word is null ? null : StateWords<T>.Find(word), word);

    public static implicit operator State<T>(T known) => new(known, null);

    public bool Is(T member) => Known is { } known && EqualityComparer<T>.Default.Equals(known, member);

    /// <summary>Whether it means one of these words: as an operator wrote them into a site file, say.</summary>
    public bool IsAmong(IEnumerable<string> words) => words.Select(Read).Contains(this);

    public bool Equals(State<T> other) =>
        Known is { } known ? other.Is(known) : other.Known is null && Word == other.Word;

    public override int GetHashCode() => Known is { } known ? known.GetHashCode() : Word.GetHashCode();

    /// <summary>As a sentence shows it: no hole where no word was said.</summary>
    public override string ToString() => Unsaid ? "(no word)" : Word;
}
