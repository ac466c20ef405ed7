using System.Collections;

namespace Reqnroll;

public class DataTableRows : IEnumerable<DataTableRow>
{
    private readonly List<DataTableRow> rows = [];

    internal DataTableRows() { }

    public int Count => rows.Count;

    public DataTableRow this[int index] => rows[index];

    public IEnumerator<DataTableRow> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(DataTableRow row) => rows.Add(row);
}
