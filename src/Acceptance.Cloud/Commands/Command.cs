using Acceptance.Cloud.Permits;

namespace Acceptance.Cloud.Commands;

/// <summary>
/// What runs, here or on a host: one of <see cref="CommandCatalogue"/>. A value reaches it as an argument of its own
/// and never becomes part of a text that a shell reads.
/// </summary>
public sealed class Command
{
    /// <summary>What grep's exit codes say.</summary>
    internal static readonly IReadOnlyDictionary<int, string> FoundOrNone = new Dictionary<int, string>
    {
        [0] = "found",
        [1] = "no such line",
        [2] = "the file cannot be read",
    };

    internal Command(string id, Place where, Permit needs, params IReadOnlyList<Word> words) =>
        (Id, Where, Needs, Words) = (id, where, needs, words);

    /// <summary>A fixed text for bash; its slots are $1, $2 ... in it.</summary>
    internal Command(string id, Place where, Permit needs, string script, params IReadOnlyList<Slot> slots)
        : this(id, where, needs, ["bash", "-c", script, .. Arguments(id, slots)]) => Script = script;

    /// <summary>Its name in the table of commands: "ovn.connection-status".</summary>
    public string Id { get; }

    public Place Where { get; }

    public Permit Needs { get; }

    /// <summary>Program and arguments.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>The text that a shell reads; null: a program with its arguments.</summary>
    public string? Script { get; }

    /// <summary>What each exit code says; another one, or none told but 0, is a failure.</summary>
    public IReadOnlyDictionary<int, string> Exits { get; internal init; } =
        new Dictionary<int, string> { [0] = "done" };

    public IEnumerable<Slot> Slots => Words.OfType<Word.Open>().Select(word => word.Slot);

    /// <summary>With a value for each slot.</summary>
    public CommandLine With(params IReadOnlyList<string> values) => new(this, values, null);

    /// <summary>With what it carries to another host, and a value for each slot.</summary>
    public CommandLine Carrying(CommandLine carried, params IReadOnlyList<string> values) => new(this, values, carried);

    /// <summary>
    /// Whether these words are this command's: a value that its form takes in each slot, a read in what it carries.
    /// </summary>
    public bool Covers(IReadOnlyList<string> words)
    {
        if (Words.Count == 0 || words.Count < Words.Count)
            return false;
        var last = Words[^1] is Word.Open { Slot: { Many: true } many } ? many : null;
        return (last is not null || words.Count == Words.Count)
            && Words.Zip(words).All(pair => Covers(pair.First, pair.Second))
            && words.Skip(Words.Count).All(word => last!.Takes(word));
    }

    public override string ToString() => Id;

    private static bool Covers(Word word, string given) =>
        word switch
        {
            Word.Fixed { Text: var text } => text == given,
            Word.Open { Slot: var slot } => slot.Takes(given),
            _ => CommandCatalogue.Reads(given),
        };

    private static IEnumerable<Word> Arguments(string id, IReadOnlyList<Slot> slots) =>
        slots.Count == 0 ? [] : [id, .. slots.Select(slot => (Word)slot)];
}
