using System.Text;
using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Shells;

/// <summary>shfmt's tree (shfmt --to-json) as the text that <see cref="ShellShape"/> writes of ours.</summary>
internal sealed class ShfmtShape(string text)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    public string Of(JsonNode file) => Statements(file["Stmts"]);

    private string Statements(JsonNode? list) => string.Join("; ", Each(list).Select(Statement));

    private string Statement(JsonNode one) =>
        "("
        + (Is(one, "Negated") ? "! " : "")
        + (one["Cmd"] is { } command ? Command(command) : "")
        + string.Concat(Each(one["Redirs"]).Select(Redirect))
        + (Is(one, "Background") ? " &" : "")
        + ")";

    private string Command(JsonNode one) =>
        Type(one) switch
        {
            "CallExpr" => Words(Each(one["Assigns"]).Concat(Each(one["Args"]))),
            "DeclClause" => Words(Each(one["Args"]).Prepend(one["Variant"]!)),
            "BinaryCmd" => Chain(one),
            "Subshell" => $"subshell {Statements(one["Stmts"])}",
            "Block" => $"group {Statements(one["Stmts"])}",
            "IfClause" => If(one),
            "WhileClause" => (Is(one, "Until") ? "until " : "while ")
                + $"{Statements(one["Cond"])} then {Statements(one["Do"])}",
            "ForClause" => For(one),
            "CaseClause" => $"case{Word(one["Word"]!)}" + string.Concat(Each(one["Items"]).Select(Item)),
            "FuncDecl" => $"function{Word(one["Name"]!)} {Statement(one["Body"]!)}",
            "TestClause" => "test" + Word(one),
            "ArithmCmd" => "arithmetic" + Word(one),
            "TimeClause" => "time " + (one["Stmt"] is { } of ? Statement(of) : ""),
            var other => throw new InvalidOperationException($"shfmt says {other}"),
        };

    private string Chain(JsonNode one)
    {
        var op = Operator(one);
        var pipe = op is "|" or "|&";
        var parts = new List<string>();
        Flatten(one["X"]!, pipe, parts);
        parts.Add($" {op} ");
        Flatten(one["Y"]!, pipe, parts);
        return string.Concat(parts);
    }

    /// <summary>It nests what a shell does from left to right; ours has it side by side.</summary>
    private void Flatten(JsonNode statement, bool pipe, List<string> parts)
    {
        if (
            statement["Cmd"] is { } command
            && Type(command) == "BinaryCmd"
            && Operator(command) is "|" or "|&" == pipe
            && statement["Redirs"] is null
            && !Is(statement, "Negated")
        )
            parts.Add(Chain(command));
        else
            parts.Add(Statement(statement));
    }

    private string If(JsonNode one)
    {
        var rest = one["Else"];
        var shape = $"if {Statements(one["Cond"])} then {Statements(one["Then"])}";
        return rest is null ? shape
            : rest["Cond"] is null ? $"{shape} else {Statements(rest["Then"])}"
            : $"{shape} el{If(rest)}";
    }

    private string For(JsonNode one)
    {
        var loop = one["Loop"]!;
        var head =
            Type(loop) == "WordIter"
                ? (Is(one, "Select") ? "select " : "for ") + Words(Each(loop["Items"]).Prepend(loop["Name"]!))
                : $"for{Word(loop)}";
        return $"{head} do {Statements(one["Do"])}";
    }

    private string Item(JsonNode item) =>
        $" item{Words(Each(item["Patterns"]))}: {Statements(item["Stmts"])} "
        + (
            (int)item["Op"]! switch
            {
                30 => ";;",
                31 => ";&",
                _ => ";;&",
            }
        );

    private string Redirect(JsonNode one)
    {
        var word = one["Word"]!;
        var sign = Between(At(one, "Pos"), At(word, "Pos")).Trim();
        return $" redirect [{sign}]{Word(word)}"
            + (
                At(one, "OpPos") is var op && Between(op, op + 2) == "<<" && Between(op, op + 3) != "<<<"
                    ? $" document{Document(one["Hdoc"])}"
                    : ""
            );
    }

    /// <summary>Of a literal one it has the text; where that ends it does not always know.</summary>
    private string Document(JsonNode? document) =>
        document is null ? " «»"
        : document["Parts"] is JsonArray { Count: 1 } parts && Type(parts[0]!) == "Lit" ? $" «{parts[0]!["Value"]}»"
        : Word(document);

    private string Words(IEnumerable<JsonNode> words) => string.Concat(words.Select(Word));

    private string Word(JsonNode word) =>
        $" «{Between(At(word, "Pos"), At(word, "End"))}»" + string.Concat(Runs(word).Select(one => $" runs <{one}>"));

    private IEnumerable<string> Runs(JsonNode? node) =>
        node switch
        {
            JsonObject one when one["Type"] is { } type && (string?)type is "CmdSubst" or "ProcSubst" =>
            [
                Statements(one["Stmts"]),
            ],
            JsonObject one => one.SelectMany(field => Runs(field.Value)),
            JsonArray many => many.SelectMany(Runs),
            _ => [],
        };

    private string Operator(JsonNode one)
    {
        var at = At(one, "OpPos");
        return Between(at, at + 2) is var two && two is "&&" or "||" or "|&" ? two : two[..1];
    }

    private string Between(int from, int to) => Encoding.UTF8.GetString(_bytes[from..Math.Min(to, _bytes.Length)]);

    private static int At(JsonNode node, string which) => (int)(node[which]?["Offset"] ?? 0);

    private static string Type(JsonNode node) => (string)node["Type"]!;

    private static bool Is(JsonNode node, string flag) => node[flag] is { } value && (bool)value;

    private static IEnumerable<JsonNode> Each(JsonNode? list) => list is JsonArray many ? many.Select(one => one!) : [];
}
