using System.Reflection;

namespace Reqnroll.Tables;

/// <summary>Makes an object of named cells: by its default constructor and setters, or by the shortest constructor that takes them.</summary>
internal static class InstanceBuilder
{
    public static T Build<T>(IReadOnlyList<KeyValuePair<string, string>> cells)
    {
        if (typeof(T).IsValueType || typeof(T).GetConstructor(Type.EmptyTypes) is not null)
        {
            object made = Activator.CreateInstance<T>()!;
            Fill(made, cells);
            return (T)made;
        }

        return (T)Construct(typeof(T), cells);
    }

    public static void Fill(object instance, IReadOnlyList<KeyValuePair<string, string>> cells)
    {
        foreach (var property in instance.GetType().GetProperties().Where(property => property.CanWrite))
        {
            if (Find(cells, property.Name) is { } cell && CellConversion.CanRead(property.PropertyType))
            {
                property.SetValue(instance, CellConversion.Read(cell.Key, cell.Value, property.PropertyType));
            }
        }
    }

    private static object Construct(Type type, IReadOnlyList<KeyValuePair<string, string>> cells)
    {
        var bound = type.GetProperties()
            .Where(property => Find(cells, property.Name) is not null)
            .Select(property => property.Name)
            .ToArray();
        var constructor =
            type.GetConstructors()
                .OrderBy(candidate => candidate.GetParameters().Length)
                .FirstOrDefault(candidate =>
                    bound.All(name => candidate.GetParameters().Any(parameter => Same(parameter, name)))
                )
            ?? throw new MissingMethodException(
                $"No constructor of {type.FullName} takes the columns {string.Join(", ", bound)}."
            );
        var arguments = constructor.GetParameters().Select(parameter => Argument(parameter, cells)).ToArray();
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static bool Same(ParameterInfo parameter, string member) =>
        string.Equals(parameter.Name, member, StringComparison.OrdinalIgnoreCase);

    private static object? Argument(ParameterInfo parameter, IReadOnlyList<KeyValuePair<string, string>> cells)
    {
        if (Find(cells, parameter.Name!) is { } cell)
        {
            return CellConversion.Read(cell.Key, cell.Value, parameter.ParameterType);
        }

        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }

        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }

    private static KeyValuePair<string, string>? Find(IReadOnlyList<KeyValuePair<string, string>> cells, string member)
    {
        foreach (var cell in cells)
        {
            if (ColumnName.Matches(cell.Key, member))
            {
                return cell;
            }
        }

        return null;
    }
}
