using System.Collections;
using System.Globalization;
using System.Reflection;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Kubernetes;

namespace Acceptance.Worlds;

/// <summary>A reading written out, a line a value, so that two can be held against each other.</summary>
public sealed class FactImage
{
    /// <summary>What is left out of the comparison, and why it differs by nature.</summary>
    private static readonly Dictionary<(string Fact, string Member), string> LeftOut = new()
    {
        [(JumphostFacts.Endpoints.Id, nameof(HttpAnswer.At))] = "each probe is answered at a moment of its own",
        [(JumphostFacts.Endpoints.Id, nameof(HttpAnswer.Body))] = "a service's page of versions: no check judges it",
        [(ManagementFacts.ReachOfVip.Id, nameof(ShellAnswer.Exit))] =
            "curl's, of a connection that breaks: it depends on the moment, and no check judges it",
    };

    private readonly string _fact;
    private readonly List<string> _lines = [];

    private FactImage(string fact) => _fact = fact;

    /// <summary>Seen: value by value. Unread: why. Evidence is how it was read, and never the fact.</summary>
    public static async Task<IReadOnlyList<string>> Of(FactBook facts, FactKey key)
    {
        var image = new FactImage(key.Id);
        image.Write("", (await facts.Gather([key])).Readings[key]);
        return image._lines;
    }

    private void Write(string path, object? value)
    {
        switch (value)
        {
            case null or string or bool or int or long or double or Enum or Uri:
                _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{path} = {value ?? "nothing"}"));
                break;
            case DateTimeOffset moment:
                _lines.Add($"{path} = {moment.UtcDateTime:O}");
                break;
            case IKubernetes api:
                _lines.Add($"{path} = {api.Server} {api.CaPem.Trim()}");
                break;
            case IDictionary all:
                foreach (var key in all.Keys.Cast<string>().Order(StringComparer.Ordinal))
                    Write($"{path}[{key}]", all[key]);
                _lines.Add($"{path} has {all.Count}");
                break;
            case IEnumerable all:
                var index = 0;
                foreach (var item in all)
                    Write($"{path}[{index++}]", item);
                _lines.Add($"{path} has {index}");
                break;
            default:
                WriteMembers(path, value);
                break;
        }
    }

    private void WriteMembers(string path, object value)
    {
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(State<>))
        {
            _lines.Add($"{path} = {value}");
            return;
        }

        if (value is AnyReading)
        {
            WriteReading(path, value);
            return;
        }

        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (member.GetIndexParameters().Length == 0 && !LeftOut.ContainsKey((_fact, member.Name)))
                Write($"{path}.{member.Name}", member.GetValue(value));
        }
    }

    private void WriteReading(string path, object reading)
    {
        var type = reading.GetType();
        if (type.Name == nameof(Reading<object>.Seen))
            Write($"{path}.Value", type.GetProperty(nameof(Reading<object>.Seen.Value))!.GetValue(reading));
        else
            _lines.Add($"{path} unread: {type.GetProperty(nameof(Reading<object>.Unread.Why))!.GetValue(reading)}");
    }
}
