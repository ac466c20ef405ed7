namespace Acceptance.Cloud.Live;

/// <summary>One reading after another: the first that fails is the answer.</summary>
internal static class ReadingFlow
{
    public static async Task<Reading<TOther>> Then<T, TOther>(
        this Task<Reading<T>> reading,
        Func<T, Task<Reading<TOther>>> next
    ) =>
        await reading switch
        {
            Reading<T>.Seen seen => await next(seen.Value),
            var unread => unread.As<TOther>(),
        };

    public static async Task<Reading<TOther>> Select<T, TOther>(this Task<Reading<T>> reading, Func<T, TOther> to) =>
        (await reading).Map(to);

    /// <summary>All of them, or the first failure; the evidence is that of the first.</summary>
    public static Reading<IReadOnlyList<T>> All<T>(this IReadOnlyList<Reading<T>> readings, Evidence whenEmpty)
    {
        if (readings.OfType<Reading<T>.Unread>().FirstOrDefault() is { } unread)
            return unread.As<IReadOnlyList<T>>();
        IReadOnlyList<T> values = [.. readings.OfType<Reading<T>.Seen>().Select(seen => seen.Value)];
        return new Reading<IReadOnlyList<T>>.Seen(values, readings.FirstOrDefault()?.Evidence ?? whenEmpty);
    }
}
