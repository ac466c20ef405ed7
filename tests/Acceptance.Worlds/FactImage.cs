using System.Collections;
using System.Globalization;
using System.Reflection;
using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Kubernetes;

namespace Acceptance.Worlds;

/// <summary>A reading written out, a line a value, so that two can be held against each other.</summary>
public static class FactImage
{
    /// <summary>What is left out of the comparison, and why it differs by nature.</summary>
    private static readonly Dictionary<(Type Type, string Member), string> LeftOut = new()
    {
        [(typeof(HttpAnswer), nameof(HttpAnswer.At))] = "when the probe was answered: each asks at its own moment",
        [(typeof(HttpAnswer), nameof(HttpAnswer.Body))] = "a service's page of versions: no check judges it",
    };

    /// <summary>Seen: value by value. Unread: why. Evidence is how it was read, and never the fact.</summary>
    public static IReadOnlyList<string> Of(object reading)
    {
        List<string> lines = [];
        Write("", reading, lines);
        return lines;
    }

    /// <summary>Whether a reading of whatever is unread for this reason.</summary>
    public static bool IsUnread(object reading, Unreadable why) =>
        Of(reading) is [var only] && only == $" unread: {why}";

    private static void Write(string path, object? value, List<string> lines)
    {
        switch (value)
        {
            case null or string or bool or int or long or double or Enum or Uri:
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{path} = {value ?? "nothing"}"));
                break;
            case DateTimeOffset moment:
                lines.Add($"{path} = {moment.UtcDateTime:O}");
                break;
            case IKubernetes api:
                lines.Add($"{path} = {api.Server} {api.CaPem.Trim()}");
                break;
            case IDictionary all:
                foreach (var key in all.Keys.Cast<string>().Order(StringComparer.Ordinal))
                    Write($"{path}[{key}]", all[key], lines);
                lines.Add($"{path} has {all.Count}");
                break;
            case IEnumerable all:
                var index = 0;
                foreach (var item in all)
                    Write($"{path}[{index++}]", item, lines);
                lines.Add($"{path} has {index}");
                break;
            default:
                WriteMembers(path, value, lines);
                break;
        }
    }

    private static void WriteMembers(string path, object value, List<string> lines)
    {
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(State<>))
        {
            lines.Add($"{path} = {value}");
            return;
        }

        if (value is AnyReading)
        {
            WriteReading(path, value, lines);
            return;
        }

        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (member.GetIndexParameters().Length == 0 && !LeftOut.ContainsKey((type, member.Name)))
                Write($"{path}.{member.Name}", member.GetValue(value), lines);
        }
    }

    private static void WriteReading(string path, object reading, List<string> lines)
    {
        var type = reading.GetType();
        if (type.Name == nameof(Reading<object>.Seen))
            Write($"{path}.Value", type.GetProperty(nameof(Reading<object>.Seen.Value))!.GetValue(reading), lines);
        else
            lines.Add($"{path} unread: {type.GetProperty(nameof(Reading<object>.Unread.Why))!.GetValue(reading)}");
    }
}
