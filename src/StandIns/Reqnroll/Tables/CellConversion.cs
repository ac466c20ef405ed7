using System.Collections;
using System.Globalization;

namespace Reqnroll.Tables;

/// <summary>
/// Reads the text of a cell as a .NET type, in the invariant culture. What cannot be read is an error that names
/// the column, where the original package puts the type's default.
/// </summary>
internal static class CellConversion
{
    public static bool CanRead(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string)
            || plain == typeof(object)
            || plain.IsEnum
            || plain == typeof(Uri)
            || ElementTypeOf(plain) is { } element && CanRead(element)
            || plain
                .GetInterfaces()
                .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>));
    }

    public static object? Read(string column, string cell, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string) || plain == typeof(object))
        {
            return cell;
        }

        if (string.IsNullOrWhiteSpace(cell) && (plain != type || !plain.IsValueType))
        {
            return ElementTypeOf(plain) is { } none ? ListOf(plain, none, []) : null;
        }

        try
        {
            return ReadPlain(column, cell.Trim(), plain);
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException)
        {
            throw new FormatException(
                $"The cell \"{cell}\" of column \"{column}\" is no {plain.Name}: {error.Message}",
                error
            );
        }
    }

    private static object ReadPlain(string column, string cell, Type type)
    {
        if (type.IsEnum)
        {
            return Enum.Parse(type, cell.Replace(" ", ""), ignoreCase: true);
        }

        if (type == typeof(bool) && cell is "0" or "1")
        {
            return cell == "1";
        }

        if (type == typeof(Uri))
        {
            return new Uri(cell, UriKind.RelativeOrAbsolute);
        }

        if (ElementTypeOf(type) is { } element)
        {
            return ListOf(type, element, [.. cell.Split(',').Select(part => Read(column, part.Trim(), element))]);
        }

        return Parse(cell, type);
    }

    private static object Parse(string cell, Type type)
    {
        var parse =
            type.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)])
            ?? throw new ArgumentException($"cells are not read as {type.FullName}");
        return parse.Invoke(
            null,
            System.Reflection.BindingFlags.DoNotWrapExceptions,
            null,
            [cell, CultureInfo.InvariantCulture],
            null
        )!;
    }

    private static Type? ElementTypeOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }

        return
            type.IsGenericType && type.IsAssignableFrom(typeof(List<>).MakeGenericType(type.GetGenericArguments()[0]))
            ? type.GetGenericArguments()[0]
            : null;
    }

    private static object ListOf(Type type, Type element, object?[] values)
    {
        var array = Array.CreateInstance(element, values.Length);
        Array.Copy(values, array, values.Length);
        return type.IsArray ? array : (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element), array)!;
    }
}
