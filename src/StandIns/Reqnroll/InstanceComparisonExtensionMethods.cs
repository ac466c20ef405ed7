using Reqnroll.Tables;

namespace Reqnroll;

public static class InstanceComparisonExtensionMethods
{
    /// <exception cref="ComparisonException">A column of the table differs; every such column is named.</exception>
    public static void CompareToInstance<T>(this Table table, T instance)
    {
        if (instance is null)
        {
            throw new ComparisonException("The item to compare was null.");
        }

        var differences = Differences(table, instance).ToArray();
        if (differences.Length > 0)
        {
            throw new ComparisonException("The following fields did not match:\n" + string.Join("\n", differences));
        }
    }

    public static bool IsEquivalentToInstance<T>(this Table table, T instance) =>
        instance is not null && !Differences(table, instance).Any();

    private static IEnumerable<string> Differences(Table table, object instance) =>
        from cell in InstanceTable.CellsOf(table, instance.GetType())
        let actual = CellComparison.Difference(cell.Key, cell.Value, instance)
        where actual is not null
        select $"{cell.Key}: Expected <{cell.Value}>, Actual <{actual}>";
}
