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
    private const int SlotBits = 15;

    private readonly ConcurrentDictionary<string, string> _learned = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _spelled = new(StringComparer.Ordinal);
    private readonly Lock _learning = new();

    // By how they begin, the lengths there are: the longest first, for a secret may begin with another.
    private readonly int[]?[] _lengths = new int[]?[1 << SlotBits];

    public void Learn(string? secret)
    {
        if (secret is not { Length: >= Shortest } || !_learned.TryAdd(secret, secret))
            return;
        foreach (var spelled in SecretSpellings.All(secret))
        {
            _spelled.TryAdd(spelled, spelled);
            lock (_learning)
            {
                ref var known = ref _lengths[Slot(spelled)];
                if (known?.Contains(spelled.Length) != true)
                    Volatile.Write(ref known, [.. (known ?? []).Append(spelled.Length).OrderDescending()]);
            }
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
        if (Volatile.Read(ref _lengths[Slot(text.AsSpan(at))]) is not { } lengths)
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

    private static int Slot(ReadOnlySpan<char> text) =>
        (int)(
            (MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[..Shortest])) * 0x9E3779B97F4A7C15) >> (64 - SlotBits)
        );
}
