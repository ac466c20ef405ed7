using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// How much of what others say is taken in, and what is said where they say more: nothing is read without an end.
/// </summary>
internal static class Bounds
{
    /// <summary>Bytes of an answer, and of all pages of a list together.</summary>
    public const int Answer = 64 * 1024 * 1024;

    /// <summary>Bytes of an answer that refuses: its beginning says why, the rest is not taken in.</summary>
    public const int Refusal = 64 * 1024;

    /// <summary>Characters of a text that an expression looks at.</summary>
    public const int LookedAt = 16 * 1024;

    /// <summary>Characters of somebody else's words within a sentence.</summary>
    public const int Quoted = 300;

    /// <summary>Pages of a list: half a million objects.</summary>
    public const int Pages = 1_000;

    /// <summary>
    /// Values within an answer: ten thousand servers have a third of it. Each costs many times its length in memory.
    /// </summary>
    public const int Values = 2_000_000;

    /// <summary>Bytes that a program prints: twenty times the status of a model with a thousand units.</summary>
    public const int Printed = 8 * 1024 * 1024;

    public static string Beginning(string text, int most) => text.Length <= most ? text : text[..most];

    /// <summary>
    /// Somebody else's words, as long as a sentence bears. A secret that the end halves would not be known any more: it
    /// goes first.
    /// </summary>
    public static string Quote(string text)
    {
        if (text.Length > Quoted)
            text = Redaction.OfProcess.Redacted(text);
        return text.Length <= Quoted ? text.Trim() : text[..Quoted].Trim() + "…";
    }

    public static Sentence TooLong(string asked, long most) =>
        $"{asked} answered more than {Size(most)}: no answer is as long, and no more of it was read; "
        + $"ask it by hand, and ask what stands between (haproxy).";

    public static Sentence PrintedTooMuch(string program) =>
        $"{program} printed more than {Size(Printed)}; that is no answer that can be read.";

    public static Sentence EndlessList(string asked, int pages, string next) =>
        $"{asked}: page {pages} of the list names as its next what was read already ({Quote(next)}): a list without "
        + $"an end; ask it by hand, and read the service's own log.";

    public static Sentence TooManyPages(string asked) =>
        $"{asked}: the list goes on after {Pages} pages, and no more of it was read; ask it by hand, and read the "
        + $"service's own log.";

    public static Sentence TooLongList(string asked, int pages) =>
        $"{asked}: the first {pages} pages of the list are longer than {Size(Answer)} together: no list is as long, "
        + $"and no more of it was read; ask it by hand, and read the service's own log.";

    public static Sentence TooManyValues(string asked) =>
        $"{asked} answered more than {Values} values: no answer holds as many, and they were not looked at; "
        + $"ask it by hand, and ask what stands between (haproxy).";

    public static Sentence SlowList(string asked, int pages, TimeSpan within) =>
        $"{asked}: the list was not at its end {within.TotalSeconds:0.#} s after its first page was asked for (page "
        + $"{pages} was under way); ask why it is slow or that long, or give it longer (the site's deadlines.answer).";

    public static string Size(long bytes) =>
        bytes switch
        {
            >= 1L << 30 => $"{bytes >> 30} GiB",
            >= 1L << 20 => $"{bytes >> 20} MiB",
            _ => $"{bytes} bytes",
        };
}
