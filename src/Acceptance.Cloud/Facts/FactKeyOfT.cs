namespace Acceptance.Cloud.Facts;

/// <summary>A fact of a type, by its key.</summary>
public sealed class FactKey<T> : FactKey
{
    private readonly Func<FactSource, Task<Reading<T>>> _read;

    private FactKey(string id, bool moves, IReadOnlyList<FactKey> restsOn, Func<FactSource, Task<Reading<T>>> read)
        : base(id, moves, restsOn) => _read = read;

    /// <summary>A fact that what the run does may change.</summary>
    public static FactKey<T> Moving(
        string id,
        Func<FactSource, Task<Reading<T>>> read,
        params IReadOnlyList<FactKey> restsOn
    ) => new(id, true, restsOn, read);

    /// <summary>A fact that holds for the whole run.</summary>
    public static FactKey<T> Still(
        string id,
        Func<FactSource, Task<Reading<T>>> read,
        params IReadOnlyList<FactKey> restsOn
    ) => new(id, false, restsOn, read);

    /// <summary>
    /// A fact that nobody can read: what a deed of the run saw while it was done. Unread until the run puts it in.
    /// </summary>
    public static FactKey<T> Witnessed(string id) =>
        new(
            id,
            false,
            [],
            _ =>
                Task.FromResult<Reading<T>>(
                    new Reading<T>.Unread(Unreadable.NotOursToRead, $"{id}: nothing of it was seen", Evidence.None)
                )
        )
        {
            IsWitnessed = true,
        };

    internal Task<Reading<T>> ReadFrom(FactSource source) => _read(source);

    internal override async Task<object> TakeFrom(FactBook book) => await book.Read(this);
}
