using System.Collections.Concurrent;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Facts;

/// <summary>
/// What has been read of a cloud, each fact once, side by side. After a deed of the run, and after time that it let
/// pass, what moves is forgotten. Without a cloud it holds what was put in and nothing else: judgement needs no wire.
/// </summary>
public sealed class FactBook
{
    private readonly ConcurrentDictionary<FactKey, Lazy<Task>> _readings = new();
    private readonly ICloud? _cloud;
    private readonly Func<DateTimeOffset> _now;

    /// <summary>Reads through the ports of a cloud.</summary>
    public FactBook(ICloud cloud) => (_cloud, _now, Site) = (cloud, () => cloud.Clock.Now, cloud.Site);

    /// <summary>Holds what is put in: a fact that is not is unread.</summary>
    public FactBook(Site site, DateTimeOffset now) => (_now, Site) = (() => now, site);

    public Site Site { get; }

    public Task<Reading<T>> Read<T>(FactKey<T> key) =>
        (Task<Reading<T>>)_readings.GetOrAdd(key, _ => new Lazy<Task>(() => ReadNow(key))).Value;

    /// <summary>Puts a fact in, in place of reading it.</summary>
    public void Put<T>(FactKey<T> key, Reading<T> reading) => _readings[key] = new Lazy<Task>(Task.FromResult(reading));

    /// <summary>The cloud may have changed: what moves will be read anew.</summary>
    public void Forget()
    {
        foreach (var key in _readings.Keys.Where(key => key.Moves))
            _readings.TryRemove(key, out _);
    }

    /// <summary>These will be read anew, also those that stand still for a run.</summary>
    public void Forget(IEnumerable<FactKey> keys)
    {
        foreach (var key in keys)
            _readings.TryRemove(key, out _);
    }

    /// <summary>Reads these side by side, for a judgement.</summary>
    public async Task<FactSheet> Gather(IReadOnlyCollection<FactKey> keys)
    {
        var taken = await Task.WhenAll(keys.Select(async key => (key, Reading: await key.TakeFrom(this))));
        return new FactSheet(Site, _now(), taken.ToDictionary(one => one.key, one => one.Reading));
    }

    private Task<Reading<T>> ReadNow<T>(FactKey<T> key) =>
        _cloud is null
            ? Task.FromResult<Reading<T>>(
                new Reading<T>.Unread(Unreadable.NotOursToRead, $"the fact \"{key}\" was not put in", Evidence.None)
            )
            : key.ReadFrom(new FactSource(this, _cloud, key));
}
