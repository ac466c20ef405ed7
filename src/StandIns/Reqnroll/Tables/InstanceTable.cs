namespace Reqnroll.Tables;

/// <summary>A table read as one object: a row under its header, or a column of names beside a column of values.</summary>
internal static class InstanceTable
{
    public static KeyValuePair<string, string>[] CellsOf(Table table, Type type) =>
        IsVertical(table, type)
            ? [.. table.Rows.Select(row => KeyValuePair.Create(row[0], row[1]))]
            : [.. table.Rows[0]];

    private static bool IsVertical(Table table, Type type)
    {
        if (table.Columns is ["Field", "Value"])
        {
            return true;
        }

        if (table.RowCount == 1)
        {
            return table.Columns.Length == 2
                && type.GetProperties().Any(property => ColumnName.Matches(table.Rows[0][0], property.Name));
        }

        return table.Columns.Length >= 2
            ? true
            : throw new ArgumentException($"A table of {table.RowCount} rows and one column is no single {type.Name}.");
    }
}
