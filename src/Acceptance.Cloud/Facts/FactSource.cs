using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Facts;

/// <summary>What the reader of a fact is given: the ports of the cloud, and the facts that it rests on.</summary>
public sealed class FactSource
{
    private readonly FactBook _book;
    private readonly FactKey _reader;

    internal FactSource(FactBook book, ICloud cloud, FactKey reader) => (_book, Cloud, _reader) = (book, cloud, reader);

    public ICloud Cloud { get; }

    public Site Site => Cloud.Site;

    /// <summary>The tenant project's scope; the administrator's on a site without a workload section.</summary>
    public Scope Tenant => Site.TenantScope();

    /// <summary>A fact that the reader's key rests on.</summary>
    public Task<Reading<T>> Read<T>(FactKey<T> key) =>
        _reader.RestsOn.Contains(key)
            ? _book.Read(key)
            : throw new InvalidOperationException($"the fact \"{_reader}\" does not say that it rests on \"{key}\"");

    /// <summary>Reads on from a fact that this one rests on; what that could not say, this one cannot either.</summary>
    public async Task<Reading<TOther>> From<T, TOther>(FactKey<T> key, Func<T, Task<Reading<TOther>>> read) =>
        await Read(key) switch
        {
            Reading<T>.Seen seen => await read(seen.Value),
            var unread => unread.As<TOther>(),
        };
}
