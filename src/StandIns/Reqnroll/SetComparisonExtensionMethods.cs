using Reqnroll.Tables;

namespace Reqnroll;

public static class SetComparisonExtensionMethods
{
    /// <summary>Compares the columns that the table has; the order counts only if <paramref name="sequentialEquality"/>.</summary>
    /// <exception cref="ComparisonException">Rows are missing (<c>-</c>) or left over (<c>+</c>).</exception>
    public static void CompareToSet<T>(this Table table, IEnumerable<T> set, bool sequentialEquality = false)
    {
        var left = set.ToList();
        var report = new List<string>();
        foreach (var row in table.Rows)
        {
            var found = sequentialEquality ? Leading(row, left) : left.FindIndex(item => Same(row, item));
            report.Add((found < 0 ? "- " : "  ") + Line(row.Cells));
            if (found >= 0)
            {
                left.RemoveAt(found);
            }
        }

        report.AddRange(left.Select(item => "+ " + Line(table.Columns.Select(column => Show(column, item)))));
        if (report.Any(line => line[0] != ' '))
        {
            throw new ComparisonException(
                "The table and the set differ (-: expected and missing, +: there and not expected):\n  "
                    + Line(table.Columns)
                    + "\n"
                    + string.Join("\n", report)
            );
        }
    }

    private static int Leading<T>(DataTableRow row, List<T> left) => left.Count > 0 && Same(row, left[0]) ? 0 : -1;

    private static bool Same<T>(DataTableRow row, T item) =>
        item is not null && row.All(cell => CellComparison.Difference(cell.Key, cell.Value, item) is null);

    private static string Line(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

    private static string Show<T>(string column, T item) =>
        item?.GetType()
            .GetProperties()
            .FirstOrDefault(property => ColumnName.Matches(column, property.Name))
            ?.GetValue(item)
            ?.ToString()
        ?? "";
}
