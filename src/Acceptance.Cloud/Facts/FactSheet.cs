using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Facts;

/// <summary>
/// The facts before a judgement: the site, the cloud's time, and the readings of the keys that were asked for.
/// </summary>
/// <param name="Now">The cloud's clock when they were read.</param>
public sealed record FactSheet(Site Site, DateTimeOffset Now, IReadOnlyDictionary<FactKey, object> Readings)
{
    /// <summary>A reading; a key that was not asked for is a fault of whoever judges.</summary>
    public Reading<T> Reading<T>(FactKey<T> key) =>
        Readings.TryGetValue(key, out var reading)
            ? (Reading<T>)reading
            : throw new InvalidOperationException($"\"{key}\" is not among the facts that the check names");
}
