namespace Reqnroll.Tables;

/// <summary>What a table expects of an object, column by column.</summary>
internal static class CellComparison
{
    /// <returns>The actual value as text where it differs, null where it is as expected.</returns>
    public static string? Difference(string column, string expected, object actual)
    {
        var property =
            actual.GetType().GetProperties().FirstOrDefault(candidate => ColumnName.Matches(column, candidate.Name))
            ?? throw new ComparisonException($"The column \"{column}\" is no property of {actual.GetType().Name}.");
        var value = property.GetValue(actual);
        return IsExpected(column, expected, value, property.PropertyType) ? null : value?.ToString() ?? "<null>";
    }

    private static bool IsExpected(string column, string expected, object? value, Type type)
    {
        if (value is null)
        {
            return string.IsNullOrWhiteSpace(expected);
        }

        if (value.ToString() == expected)
        {
            return true;
        }

        try
        {
            return CellConversion.CanRead(type) && Equals(CellConversion.Read(column, expected, type), value);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
