using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// Compares what a client printed: exit code, columns or fields, the words of its errors; never values.
/// </summary>
internal sealed partial class PrintedShape(IdBook book)
{
    private readonly Shape _shape = new(book);

    /// <summary>Null: the same shape.</summary>
    public string? Of(OpenStackCapture capture, int exit, string output, string error)
    {
        if (exit != capture.Exit)
            return $"exit {exit}, and was {capture.Exit}: {Short(error)}";
        if (!capture.Command.Contains("--debug", StringComparison.Ordinal) && Bag(error) != Bag(capture.Stderr))
            return $"stderr says '{Short(error)}', and said '{Short(capture.Stderr)}'";
        var form = Form().Match(capture.Command) is { Success: true } asked ? asked.Groups[1].Value : "table";
        if (capture.Stdout.ToJsonString().Contains("REDACTED-PRIVATE", StringComparison.Ordinal))
            return output.Length > 0 ? null : "nothing is printed";
        return capture.Stdout[form] switch
        {
            JsonValue text => Text(form, (string)text!, output),
            { } json when form == "json" => Parsed(json, output),
            _ => null,
        };
    }

    private string? Parsed(JsonNode captured, string output)
    {
        try
        {
            return
                _shape.Of(captured, JsonNode.Parse(output), words: false, ".stdout") is { } difference
                && !difference.Contains(" items, and had ", StringComparison.Ordinal)
                ? difference
                : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return $"stdout is no JSON: {Short(output)}";
        }
    }

    private string? Text(string form, string captured, string twin)
    {
        if (captured.Trim().Length == 0 || twin.Trim().Length == 0)
            return captured.Trim().Length == twin.Trim().Length
                ? null
                : $"stdout is '{Short(twin)}', and was '{Short(captured)}'";
        if (captured.Contains("REDACTED-CERTIFICATE", StringComparison.Ordinal))
            return null;
        if (captured.StartsWith('+'))
            return Columns(captured) is var was && Columns(twin) is var now && was == now
                ? null
                : $"stdout has {now}, and had {was}";
        if (form == "yaml")
            return Keys(captured) is var had && Keys(twin) is var has && had == has
                ? null
                : $"stdout has {has}, and had {had}";
        if (form == "value")
            return captured.TrimEnd('\n').Contains('\n') || !twin.TrimEnd('\n').Contains('\n')
                ? null
                : $"stdout has more than one line: {Short(twin)}";
        return Words(captured) == Words(twin) || captured.Length > 400
            ? null
            : $"stdout says '{Short(twin)}', and said '{Short(captured)}'";
    }

    /// <summary>The header of a list, the fields of a show.</summary>
    private string Columns(string table)
    {
        var rows = table
            .Split('\n')
            .Where(line => line.StartsWith('|'))
            .Select(line => line[1..].Split('|').Select(cell => cell.Trim()).ToArray())
            .ToArray();
        if (rows.Length == 0)
            return "no table";
        if (rows[0][0] is not "Field" and not "Property")
            return string.Join(", ", rows[0]);
        return string.Join(", ", rows.Skip(1).Select(row => book.Translate(row[0])).Where(field => field.Length > 0));
    }

    /// <summary>
    /// The words of an error in no order (the SDK joins what it finds in a page as a set), usage by its last line:
    /// how wide it is and what the program is called differs.
    /// </summary>
    private string Bag(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        if (text.StartsWith("usage:", StringComparison.Ordinal))
            return Words(lines[^1][(lines[^1].IndexOf(' ') + 1)..]);
        return string.Join(
            ' ',
            Words(Object().Replace(text, "0x0"))
                .Split([' ', '\n', ',', ':'], StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal)
        );
    }

    private static string Keys(string yaml) =>
        string.Join(", ", Key().Matches(yaml).Select(match => match.Groups[1].Value).Distinct());

    private string Words(string text) =>
        string.Join(
            '\n',
            _shape
                .Words(text)
                .Split('\n')
                .Select(line => Widths().Replace(line, "-").Trim())
                .Where(line => line.Length > 0)
        );

    private static string Short(string text) => text.Length > 200 ? text[..200] : text.TrimEnd();

    [GeneratedRegex(@"(?:-f|--format)[ =](\w+)")]
    private static partial Regex Form();

    [GeneratedRegex(@"(?m)^(?:- |  )?([A-Za-z][\w :.-]*?):(?: |$)")]
    private static partial Regex Key();

    [GeneratedRegex("0x[0-9a-f]+")]
    private static partial Regex Object();

    [GeneratedRegex("-{2,}")]
    private static partial Regex Widths();
}
