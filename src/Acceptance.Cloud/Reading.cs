using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud;

/// <summary>What a port yields: the fact, or why there is none. Match on the cases.</summary>
public abstract record Reading<T> : AnyReading
{
    /// <summary>Read, with the evidence it was read from.</summary>
    public sealed record Seen(T Value, Evidence Evidence) : Reading<T>;

    /// <summary>Not read. The sentence names what was asked, what came back, and the way out.</summary>
    public sealed record Unread(Unreadable Why, Sentence Sentence, Evidence Evidence) : Reading<T>;

    private Reading() { }

    /// <summary>The value, or null/default where it was not read.</summary>
    public T? ValueOrDefault => this is Seen seen ? seen.Value : default;

    public override bool IsRead() => this is Seen;

    public Reading<TOther> Map<TOther>(Func<T, TOther> to) =>
        this switch
        {
            Seen seen => new Reading<TOther>.Seen(to(seen.Value), seen.Evidence),
            Unread unread => new Reading<TOther>.Unread(unread.Why, unread.Sentence, unread.Evidence),
            _ => throw new InvalidOperationException("a reading is seen or unread"),
        };

    /// <summary>Carries the failure over to a reading of something that was to be derived from it.</summary>
    public Reading<TOther> As<TOther>() =>
        this is Unread unread
            ? new Reading<TOther>.Unread(unread.Why, unread.Sentence, unread.Evidence)
            : throw new InvalidOperationException("only an unread reading can stand for another");
}
