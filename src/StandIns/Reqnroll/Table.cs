namespace Reqnroll;

/// <summary>The rows below a step, under one header row.</summary>
public class Table
{
    private readonly string[] header;

    public Table(params string[] header)
    {
        if (header.Length == 0)
        {
            throw new ArgumentException("A table needs at least one column.", nameof(header));
        }

        this.header = header;
    }

    public ICollection<string> Header => header;

    public DataTableRows Rows { get; } = new();

    public int RowCount => Rows.Count;

    internal string[] Columns => header;

    public bool ContainsColumn(string column) => Array.IndexOf(header, column) >= 0;

    public void AddRow(params string[] cells)
    {
        if (cells.Length != header.Length)
        {
            throw new ArgumentException(
                $"A row of {cells.Length} cells does not fit the {header.Length} columns ({string.Join(", ", header)})."
            );
        }

        Rows.Add(new DataTableRow(this, cells));
    }

    public void AddRow(IDictionary<string, string> values) =>
        AddRow([.. header.Select(column => values.TryGetValue(column, out var cell) ? cell : "")]);

    public override string ToString()
    {
        var lines = Rows.Select(row => row.Cells).Prepend(header).ToArray();
        var widths = header.Select((_, column) => lines.Max(cells => cells[column].Length)).ToArray();
        return string.Concat(
            lines.Select(cells =>
                "| " + string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column]))) + " |\n"
            )
        );
    }

    internal int IndexOf(string column)
    {
        var index = Array.IndexOf(header, column);
        return index >= 0
            ? index
            : throw new IndexOutOfRangeException(
                $"Could not find a column named '{column}' in the table; it has {string.Join(", ", header)}."
            );
    }
}
