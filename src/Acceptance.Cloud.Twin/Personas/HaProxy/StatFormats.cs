using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>`show stat` with its words: json, typed, up, no-maint, and the three numbers that choose rows. All are made of the CSV.</summary>
internal sealed class StatFormats
{
    private static readonly Lazy<Dictionary<string, (string Tags, string Type)>> Fields = new(Read);

    private readonly string _header;
    private readonly string[] _columns;
    private readonly List<string[]> _rows;

    private StatFormats(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _header = lines[0];
        _columns = lines[0][2..].TrimEnd(',').Split(',');
        _rows = [.. lines.Skip(1).Select(line => line.Split(','))];
    }

    /// <summary>The answer to `show stat WORDS`; haproxy passes over words that it does not know.</summary>
    public static string Of(string csv, IReadOnlyList<string> words)
    {
        var stat = new StatFormats(csv);
        var rest = words.ToList();
        if (rest.Count >= 3 && rest.Take(3).All(word => int.TryParse(word, CultureInfo.InvariantCulture, out _)))
        {
            var numbers = rest.Take(3).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
            stat._rows.RemoveAll(row => !stat.Chosen(row, numbers[0], numbers[1], numbers[2]));
            rest.RemoveRange(0, 3);
        }

        if (rest.Contains("up"))
            stat._rows.RemoveAll(row =>
                stat.IsServer(row)
                && (
                    stat.Of(row, "status").StartsWith("DOWN", StringComparison.Ordinal)
                    || stat.Of(row, "status").StartsWith("MAINT", StringComparison.Ordinal)
                )
            );
        if (rest.Contains("no-maint"))
            stat._rows.RemoveAll(row =>
                stat.IsServer(row) && stat.Of(row, "status").StartsWith("MAINT", StringComparison.Ordinal)
            );
        return rest.Contains("json") ? stat.Json()
            : rest.Contains("typed") ? stat.Typed()
            : stat.Csv();
    }

    private string Csv() =>
        new StringBuilder(_header)
            .Append('\n')
            .AppendJoin("", _rows.Select(row => string.Join(',', row) + "\n"))
            .Append('\n')
            .ToString();

    private string Typed()
    {
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            foreach (var (at, name, value) in Set(row))
            {
                var (tags, type) = Field(row, name);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{Letter(row)}.{Of(row, "iid")}.{Of(row, "sid")}.{at}.{name}.1:{tags}:{type}:{value}\n"
                );
            }
        }

        return text.Append('\n').ToString();
    }

    private string Json()
    {
        var rows = new JsonArray();
        foreach (var row in _rows)
        {
            var fields = new JsonArray();
            foreach (var (at, name, value) in Set(row))
                fields.Add(Field(row, at, name, value));
            rows.Add(fields);
        }

        return rows.ToJsonString(
                new JsonSerializerOptions
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            ) + "\n\n";
    }

    private JsonObject Field(string[] row, int at, string name, string value)
    {
        var (tags, type) = Field(row, name);
        return new JsonObject
        {
            ["objType"] = Letter(row) switch
            {
                "F" => "Frontend",
                "B" => "Backend",
                _ => "Server",
            },
            ["proxyId"] = int.Parse(Of(row, "iid"), CultureInfo.InvariantCulture),
            ["id"] = int.Parse(Of(row, "sid"), CultureInfo.InvariantCulture),
            ["field"] = new JsonObject { ["pos"] = at, ["name"] = name },
            ["processNum"] = 1,
            ["tags"] = new JsonObject
            {
                ["origin"] = tags[0] switch
                {
                    'C' => "Config",
                    'K' => "Key",
                    'S' => "Status",
                    _ => "Metric",
                },
                ["nature"] = tags[1] switch
                {
                    'A' => "Age",
                    'C' => "Counter",
                    'D' => "Duration",
                    'L' => "Limit",
                    'M' => "Max",
                    'N' => "Name",
                    'O' => "Output",
                    'R' => "Rate",
                    'a' => "Avg",
                    _ => "Gauge",
                },
                ["scope"] = tags[2] == 'S' ? "Service" : "Process",
            },
            ["value"] = new JsonObject
            {
                ["type"] = type,
                ["value"] =
                    type == "str"
                        ? JsonValue.Create(value)
                        : JsonValue.Create(long.Parse(value, CultureInfo.InvariantCulture)),
            },
        };
    }

    /// <summary>The fields that a row has; the word of a last check is there, even empty, once there was one.</summary>
    private IEnumerable<(int At, string Name, string Value)> Set(string[] row)
    {
        for (var at = 0; at < _columns.Length && at < row.Length; at++)
        {
            if (_columns[at] == "-")
                continue;
            if (row[at].Length > 0 || (_columns[at] == "last_chk" && Of(row, "check_status").Length > 0))
                yield return (at, _columns[at], row[at]);
        }
    }

    private bool Chosen(string[] row, int proxy, int types, int server) =>
        (proxy == -1 || Of(row, "iid") == proxy.ToString(CultureInfo.InvariantCulture))
        && (types == -1 || (types & (1 << int.Parse(Of(row, "type"), CultureInfo.InvariantCulture))) != 0)
        && (server == -1 || Of(row, "sid") == server.ToString(CultureInfo.InvariantCulture));

    private bool IsServer(string[] row) => Of(row, "type") == "2";

    private string Letter(string[] row) =>
        Of(row, "type") switch
        {
            "0" => "F",
            "1" => "B",
            _ => "S",
        };

    private string Of(string[] row, string column) => row.ElementAtOrDefault(Array.IndexOf(_columns, column)) ?? "";

    private (string Tags, string Type) Field(string[] row, string name)
    {
        if (name is ("act" or "bck" or "rate" or "rate_max") && Letter(row) == "B")
            return ("MGP", "u32");
        return Fields.Value.GetValueOrDefault(name, ("MGP", "u32"));
    }

    private static Dictionary<string, (string Tags, string Type)> Read()
    {
        using var stream = typeof(StatFormats).Assembly.GetManifestResourceStream("haproxy-stat-fields.tsv")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => (fields[1], fields[2]), StringComparer.Ordinal);
    }
}
