using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

public class DataTableRow : IDictionary<string, string>
{
    private readonly Table table;
    private readonly string[] cells;

    internal DataTableRow(Table table, string[] cells)
    {
        this.table = table;
        this.cells = cells;
    }

    public int Count => cells.Length;

    public ICollection<string> Keys => table.Header;

    public ICollection<string> Values => cells;

    bool ICollection<KeyValuePair<string, string>>.IsReadOnly => false;

    internal string[] Cells => cells;

    internal Table Owner => table;

    public string this[int index] => cells[index];

    public string this[string header]
    {
        get => cells[table.IndexOf(header)];
        set => cells[table.IndexOf(header)] = value;
    }

    public bool ContainsKey(string key) => table.ContainsColumn(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var found = table.ContainsColumn(key);
        value = found ? this[key] : null;
        return found;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        table.Columns.Zip(cells, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    bool ICollection<KeyValuePair<string, string>>.Contains(KeyValuePair<string, string> item) =>
        TryGetValue(item.Key, out var cell) && cell == item.Value;

    void ICollection<KeyValuePair<string, string>>.CopyTo(KeyValuePair<string, string>[] array, int arrayIndex)
    {
        foreach (var cell in this)
        {
            array[arrayIndex++] = cell;
        }
    }

    void IDictionary<string, string>.Add(string key, string value) => throw Fixed();

    void ICollection<KeyValuePair<string, string>>.Add(KeyValuePair<string, string> item) => throw Fixed();

    bool IDictionary<string, string>.Remove(string key) => throw Fixed();

    bool ICollection<KeyValuePair<string, string>>.Remove(KeyValuePair<string, string> item) => throw Fixed();

    void ICollection<KeyValuePair<string, string>>.Clear() => throw Fixed();

    private static NotSupportedException Fixed() => new("The columns of a row are those of its table.");
}
