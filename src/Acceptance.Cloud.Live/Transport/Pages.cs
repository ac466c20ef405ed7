using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>The pages of one list as they are read: what names the next one is followed once.</summary>
/// <param name="asked">What asked for the list, to begin a sentence with.</param>
internal sealed class Pages(string asked)
{
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);

    private long _bytes;

    /// <summary>The page that is being read, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Goes on to the next page; else the sentence that says why not.</summary>
    /// <param name="next">What names it: a query, a token.</param>
    /// <param name="bytes">Of the page that has been read; 0 where its bytes are counted elsewhere.</param>
    public Sentence? Turn(string next, long bytes = 0)
    {
        if ((_bytes += bytes) > Bounds.Answer)
            return Bounds.TooLongList(asked, Number);
        if (!_followed.Add(next))
            return Bounds.EndlessList(asked, Number, next);
        return ++Number > Bounds.Pages ? Bounds.TooManyPages(asked) : null;
    }

    /// <summary>The sentence of a list that took longer than all its pages may.</summary>
    public Sentence TooSlow(TimeSpan within) => Bounds.SlowList(asked, Number, within);
}
