using Reqnroll.Tables;

namespace Reqnroll;

/// <summary>Tables as objects: columns match properties by name, spaces and case aside.</summary>
public static class TableHelperExtensionMethods
{
    public static T CreateInstance<T>(this Table table) =>
        InstanceBuilder.Build<T>(InstanceTable.CellsOf(table, typeof(T)));

    public static T CreateInstance<T>(this Table table, Func<T> methodToCreateTheInstance)
    {
        var instance = methodToCreateTheInstance();
        table.FillInstance(instance!);
        return instance;
    }

    public static void FillInstance(this Table table, object instance) =>
        InstanceBuilder.Fill(instance, InstanceTable.CellsOf(table, instance.GetType()));

    public static IEnumerable<T> CreateSet<T>(this Table table) =>
        [.. table.Rows.Select(row => InstanceBuilder.Build<T>([.. row]))];

    public static IEnumerable<T> CreateSet<T>(this Table table, Func<T> methodToCreateEachInstance) =>
        table.CreateSet(_ => methodToCreateEachInstance());

    public static IEnumerable<T> CreateSet<T>(this Table table, Func<DataTableRow, T> methodToCreateEachInstance)
    {
        var set = table.Rows.Select(row => (Row: row, Made: methodToCreateEachInstance(row))).ToArray();
        foreach (var (row, made) in set)
        {
            InstanceBuilder.Fill(made!, [.. row]);
        }

        return [.. set.Select(pair => pair.Made)];
    }
}
