namespace Acceptance.Benchmarks.Measuring;

/// <summary>Rows under headings; the first column to the left, the figures to the right.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    public void Row(params string[] cells) => _rows.Add(cells);

    public void Rule() => _rows.Add([]);

    public void Print(TextWriter to)
    {
        int[] widths =
        [
            .. headings.Select((_, column) => _rows.Where(row => row.Length > column).Max(row => row[column].Length)),
        ];
        foreach (var row in _rows)
        {
            var cells =
                row.Length == 0
                    ? widths.Select(width => new string('-', width))
                    : row.Select(
                        (cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])
                    );
            to.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
