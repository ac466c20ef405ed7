using System.Collections;

namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>The objects of one kind, oldest first.</summary>
internal abstract class NeutronCollection<T> : IReadOnlyList<T>
    where T : NeutronResource
{
    private readonly List<T> _rows;

    private protected NeutronCollection(List<T> rows) => _rows = rows;

    public int Count => _rows.Count;

    public T this[int index] => _rows[index];

    /// <summary>By id, else by name.</summary>
    public T? Find(string nameOrId) => NeutronRows.Find(_rows, nameOrId);

    public IEnumerator<T> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
