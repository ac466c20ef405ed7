using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace Acceptance.Cloud.Secrets;

/// <summary>
/// Secrets by how they begin and how long they are: a text is walked once, however many there are. A run of hundreds
/// of rehearsals learns thousands, and tokens of a kind all begin alike.
/// </summary>
internal sealed class LearnedSecrets
{
    // Four characters are one number of 64 bits: what is shorter is no secret.
    private const int Shortest = 4;
    private const int Wordlike = 8;
    private const int Begins = 1 << 16;

    private readonly ConcurrentDictionary<string, byte> _learned = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _spelled = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ulong, int[]> _lengths = new();
    private readonly bool[] _begins = new bool[Begins];

    public void Learn(string? secret)
    {
        if (secret is not { Length: >= Shortest } || !_learned.TryAdd(secret, 0))
            return;
        foreach (var spelled in SecretSpellings.All(secret))
        {
            _spelled.TryAdd(spelled, 0);
            var beginning = Beginning(spelled);
            // The longest first: a secret may begin with another.
            _lengths.AddOrUpdate(
                beginning,
                _ => [spelled.Length],
                (_, known) =>
                    known.Contains(spelled.Length) ? known : [.. known.Append(spelled.Length).OrderDescending()]
            );
            Volatile.Write(ref _begins[Slot(beginning)], true);
        }
    }

    public string Without(string text)
    {
        StringBuilder? clean = null;
        var kept = 0;
        for (var at = 0; at <= text.Length - Shortest; at++)
        {
            if (Found(text, at) is not { } length)
                continue;
            clean ??= new StringBuilder(text.Length);
            clean.Append(text, kept, at - kept).Append(Redaction.Mask);
            kept = at + length;
            at = kept - 1;
        }

        return clean is null ? text : clean.Append(text, kept, text.Length - kept).ToString();
    }

    private int? Found(string text, int at)
    {
        var beginning = Beginning(text.AsSpan(at));
        if (!_begins[Slot(beginning)] || !_lengths.TryGetValue(beginning, out var lengths))
            return null;
        var spelled = _spelled.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in lengths)
        {
            if (length <= text.Length - at && spelled.ContainsKey(text.AsSpan(at, length)) && Stands(text, at, length))
                return length;
        }

        return null;
    }

    // A short password may be a syllable of honest words: it goes where it stands alone.
    private static bool Stands(string text, int at, int length) =>
        length >= Wordlike
        || (
            (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]))
        );

    private static ulong Beginning(ReadOnlySpan<char> text) =>
        MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[..Shortest]));

    private static int Slot(ulong beginning) => (int)((beginning * 0x9E3779B97F4A7C15) >> 48);
}
