using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>list, find and get of ovs-vsctl, ovn-sbctl and ovn-nbctl over the records of a table.</summary>
internal static class OvsdbPrinter
{
    public static string[] Valued { get; } = ["--db", "-t", "--timeout", "--columns", "-f", "--format"];

    public static string[] Flags { get; } =
    ["--no-leader-only", "--leader-only", "--if-exists", "--bare", "--no-headings", "--no-wait", "--oneline"];

    /// <summary>Answers a command; null when it is none of these.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="arguments">The command line, taken apart.</param>
    /// <param name="rows">The records of a table; null when there is no such table.</param>
    public static int? Answer(PersonaCall call, Arguments arguments, Func<string, IReadOnlyList<OvsdbRow>?> rows)
    {
        string[] words = [.. arguments.Operands];
        if (
            words is not [("list" or "find" or "get") and var verb, var table, .. var rest]
            || rows(table) is not { } all
        )
            return null;
        if (verb == "get")
            return Get(call, arguments, all, rest);
        if (arguments.Has("--bare", "--no-headings", "--oneline"))
            return null;
        var chosen =
            verb == "find" ? [.. all.Where(row => rest.All(condition => Holds(row, condition)))] : all.ToList();
        if (verb == "list" && rest.Length > 0)
        {
            if (rest.FirstOrDefault(name => Find(all, name) is null) is { } missing)
                return call.Fail(
                    1,
                    $"{call.Program}: no row \"{missing}\" in table {all.FirstOrDefault()?.Table ?? table}"
                );
            chosen = [.. rest.Select(name => Find(all, name)!)];
        }

        var columns =
            arguments.Value("--columns")?.Split(',')
            ?? chosen.FirstOrDefault()?.Columns.Select(column => column.Column).ToArray()
            ?? [];
        if (chosen.Count > 0 && columns.FirstOrDefault(column => chosen[0][column] is null) is { } unknown)
            throw new NotEmulatedException($"the column {unknown} of {table} by {call.Program}");
        switch (arguments.Value("-f", "--format") ?? "list")
        {
            case "list":
                call.Out(
                    string.Join(
                        '\n',
                        chosen.Select(row =>
                            string.Concat(columns.Select(column => $"{column, -20}: {row[column]!.Text}\n"))
                        )
                    )
                );
                return 0;
            case "json":
                call.Out(Json(chosen, columns) + "\n");
                return 0;
            case var format:
                throw new NotEmulatedException($"{call.Program} --format={format}");
        }
    }

    private static int Get(
        PersonaCall call,
        Arguments arguments,
        IReadOnlyList<OvsdbRow> all,
        IReadOnlyList<string> rest
    )
    {
        if (rest.Count == 0)
            throw new NotEmulatedException($"{call.Program} get without a record");
        if (Find(all, rest[0]) is not { } row)
            return arguments.Has("--if-exists")
                ? 0
                : call.Fail(1, $"{call.Program}: no row \"{rest[0]}\" in table {all.FirstOrDefault()?.Table}");
        var text = new StringBuilder();
        foreach (var column in rest.Skip(1))
            text.Append(
                    (row[column] ?? throw new NotEmulatedException($"the column {column} by {call.Program} get")).Text
                )
                .Append('\n');
        call.Out(text.ToString());
        return 0;
    }

    private static OvsdbRow? Find(IReadOnlyList<OvsdbRow> all, string name) =>
        name == "." && all.Count == 1
            ? all[0]
            : all.FirstOrDefault(row =>
                row["_uuid"]?.Text == name
                || (row["name"] ?? row["hostname"])?.Text.Trim('"') == name
                || row["logical_port"]?.Text.Trim('"') == name
            );

    private static bool Holds(OvsdbRow row, string condition)
    {
        var not = condition.Contains("!=", StringComparison.Ordinal);
        if (condition.Split(not ? "!=" : "=", 2) is not [var column, var value] || row[column] is not { } held)
            throw new NotEmulatedException($"the condition {condition} of find");
        return (held.Text.Trim('"') == value.Trim('"')) != not;
    }

    private static string Json(List<OvsdbRow> rows, string[] columns) =>
        new JsonObject
        {
            ["data"] = new JsonArray([
                .. rows.Select(row => (JsonNode)new JsonArray([.. columns.Select(column => Json(row[column]!))])),
            ]),
            ["headings"] = new JsonArray([.. columns.Select(column => (JsonNode)column)]),
        }.ToJsonString(
            new JsonSerializerOptions
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );

    /// <summary>As in --format=json.</summary>
    private static JsonNode Json(OvsdbValue value) =>
        value switch
        {
            OvsdbValue.Words words => JsonValue.Create(words.Value),
            OvsdbValue.Number number => JsonValue.Create(number.Value),
            OvsdbValue.Truth truth => JsonValue.Create(truth.Value),
            OvsdbValue.Row row => Row(row.Id),
            OvsdbValue.Several several => new JsonArray("set", new JsonArray([.. several.Values.Select(Json)])),
            OvsdbValue.Pairs pairs => new JsonArray(
                "map",
                new JsonArray([
                    .. pairs.Values.Select(pair =>
                        (JsonNode)
                            new JsonArray(
                                pair.Key,
                                Guid.TryParseExact(pair.Value, "D", out _)
                                    ? Row(pair.Value)
                                    : JsonValue.Create(pair.Value)
                            )
                    ),
                ])
            ),
            _ => throw new InvalidOperationException($"a value of OVSDB is no {value.GetType().Name}"),
        };

    private static JsonArray Row(string id) => new("uuid", id);
}
