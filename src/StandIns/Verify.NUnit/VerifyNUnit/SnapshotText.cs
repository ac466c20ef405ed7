using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace VerifyNUnit;

/// <summary>
/// An object as text: JSON without quotes, two blanks a level, members in their own order, keys sorted. Left out:
/// null, 0 and other defaults (false is kept), and empty collections. Guids and times are counted, not written.
/// </summary>
internal sealed class SnapshotText
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<(string Kind, object Value), int> _seen = [];
    private readonly Stack<object> _open = [];

    public static string Of(object? target)
    {
        if (target is string or StringBuilder)
            return target.ToString()!;
        var writer = new SnapshotText();
        writer.Write(target, level: 0);
        return writer._text.ToString();
    }

    private void Write(object? value, int level)
    {
        switch (value)
        {
            case null
            or string
            or bool
            or Enum
            or Guid
            or DateTime
            or DateTimeOffset
            or IFormattable
            or Uri
            or Version
            or Type:
                _text.Append(Scalar(value));
                break;
            case Delegate or Stream or Exception or Task:
                throw new NotSupportedException(
                    $"{value.GetType()} is not written by this stand-in for Verify: verify a text of it."
                );
            case IDictionary dictionary:
                Block(
                    '{',
                    '}',
                    dictionary
                        .Keys.Cast<object>()
                        .Select(key => (Name: Scalar(key), Value: dictionary[key]))
                        .OrderBy(pair => pair.Name, StringComparer.Ordinal),
                    value,
                    level
                );
                break;
            case IEnumerable items:
                Block('[', ']', items.Cast<object?>().Select(item => (Name: string.Empty, Value: item)), value, level);
                break;
            default:
                Block('{', '}', Members(value), value, level);
                break;
        }
    }

    private void Block(
        char opening,
        char closing,
        IEnumerable<(string Name, object? Value)> parts,
        object owner,
        int level
    )
    {
        _open.Push(owner);
        var separator = string.Empty;
        _text.Append(opening);
        foreach (var (name, value) in parts)
        {
            if (value is not null && !value.GetType().IsValueType && _open.Any(above => ReferenceEquals(above, value)))
                continue;
            _text.Append(separator).Append('\n').Append(' ', 2 * (level + 1));
            if (opening == '{')
                _text.Append(name).Append(value is string lines && lines.Contains('\n') ? ":\n" : ": ");
            Write(value, level + 1);
            separator = ",";
        }

        if (separator.Length > 0)
            _text.Append('\n').Append(' ', 2 * level);
        _text.Append(closing);
        _open.Pop();
    }

    private static IEnumerable<(string Name, object? Value)> Members(object owner)
    {
        foreach (var property in owner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is not { IsPublic: true } || property.GetIndexParameters().Length > 0)
                continue;
            var value = property.GetValue(owner);
            if (!IsDefault(value, property.PropertyType))
                yield return (property.Name, value);
        }
    }

    private static bool IsDefault(object? value, Type declared) =>
        value switch
        {
            null => true,
            bool => false,
            string => false,
            IEnumerable items => !items.Cast<object?>().Any(),
            _ => declared.IsValueType && value.Equals(Activator.CreateInstance(declared)),
        };

    private string Scalar(object? value) =>
        value switch
        {
            null => "null",
            string text => Counted(text) ?? text,
            bool flag => flag ? "true" : "false",
            Guid guid => guid == Guid.Empty ? "Guid_Empty" : Count("Guid", guid),
            DateTime time => Count("DateTime", time),
            DateTimeOffset time => Count("DateTimeOffset", time),
            Enum name => name.ToString(),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };

    private string? Counted(string text) => Guid.TryParseExact(text, "D", out var guid) ? Scalar(guid) : null;

    private string Count(string kind, object value)
    {
        if (!_seen.TryGetValue((kind, value), out var number))
            _seen[(kind, value)] = number = _seen.Keys.Count(seen => seen.Kind == kind) + 1;
        return $"{kind}_{number}";
    }
}
