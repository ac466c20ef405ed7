using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// Compares what was said by its shape: fields, types, forms of times and ids, words of errors and states; never
/// values.
/// </summary>
internal sealed partial class Shape(IdBook book)
{
    /// <summary>Their keys are data: a network's name, a label, a resource class.</summary>
    private static readonly string[] Keyed =
    [
        "metadata",
        "properties",
        "labels",
        "extra_specs",
        "health_status_reason",
        "links_by",
        "quota_set",
        "allocations",
        "resources",
        "provider_summaries",
        "options",
        "hosts",
    ];

    /// <summary>The first difference between two bodies, or null.</summary>
    public string? Of(JsonNode? captured, JsonNode? twin, bool words, string path = "") =>
        (captured, twin) switch
        {
            // A part that stands in a file which is not there: nothing is known of it but that it was said.
            ({ } untold, { }) when CapturedExchange.IsReference(untold) => null,
            (JsonObject left, JsonObject right) => Members(left, right, words, path),
            (JsonArray left, JsonArray right) => Items(left, right, words, path),
            (null, null) => null,
            (JsonValue left, JsonValue right) when Kind(left) == Kind(right) => Value(left, right, words, path),
            _ => $"{path} is {Say(twin)}, and was {Say(captured)}",
        };

    /// <summary>
    /// An error's text without what differs from case to case: ids, times, addresses, versions of a file.
    /// </summary>
    public string Words(string text) =>
        Number()
            .Replace(
                Time()
                    .Replace(
                        Several().Replace(Hex().Replace(Url().Replace(book.Translate(text), "URL"), "ID"), "ID"),
                        "TIME"
                    ),
                "N"
            )
            .Trim();

    private string? Members(JsonObject captured, JsonObject twin, bool words, string path)
    {
        // What is on its way has some of its fields filled already and some not: which, is a matter of moments.
        var moving = Moving(captured) && Moving(twin);
        var keyed = Keyed.Contains(path[(path.LastIndexOf('.') + 1)..]);
        foreach (var (key, value) in captured)
        {
            var here = book.Translate(key);
            if (!twin.ContainsKey(here))
            {
                if (keyed)
                    continue;
                return $"{path}.{here} is missing";
            }

            if (moving && (value is null || twin[here] is null || (IsMoving(value) && IsMoving(twin[here]))))
                continue;
            if (Of(value, twin[here], words, $"{path}.{here}") is { } difference)
                return difference;
        }

        return keyed ? null
            : twin.Select(member => member.Key)
                .FirstOrDefault(key => !captured.Any(member => book.Translate(member.Key) == key))
                is { } more
                ? $"{path}.{more} is said, and was not"
            : null;
    }

    private static bool Moving(JsonObject one) => IsMoving(one["status"]) || IsMoving(one["provisioning_status"]);

    private static bool IsMoving(JsonNode? state) =>
        state is JsonValue value
        && value.TryGetValue<string>(out var word)
        && (
            word.StartsWith("PENDING_", StringComparison.Ordinal)
            || word.EndsWith("_IN_PROGRESS", StringComparison.Ordinal)
            || word is "BUILD" or "BOOTING" or "creating" or "importing"
        );

    private string? Items(JsonArray captured, JsonArray twin, bool words, string path)
    {
        if (captured.Count == 0 || twin.Count == 0)
            return
                captured.Count == twin.Count
                || path.Count(letter => letter == '.') > 1
                || path.EndsWith("links", StringComparison.Ordinal)
                ? null
                : $"{path} has {twin.Count} items, and had {captured.Count}";
        var pairs = book.Pairs(captured, twin).ToArray();
        if (pairs.Length == 0)
            pairs = [(captured[0], twin[0])];
        return pairs
            .Select((pair, index) => Of(pair.Captured, pair.Twin, words, $"{path}[{index}]"))
            .FirstOrDefault(difference => difference is not null);
    }

    private string? Value(JsonValue captured, JsonValue twin, bool words, string path)
    {
        if (!captured.TryGetValue<string>(out var left) || !twin.TryGetValue<string>(out var right))
            return null;
        if (words)
            return Words(left) == Words(right) ? null : $"{path} says '{right}', and said '{left}'";
        if (Differ(Form(left), Form(right)))
            return $"{path} is {Form(right)} '{Short(right)}', and was {Form(left)} '{Short(left)}'";
        return State().IsMatch(left) && path.Contains("stat", StringComparison.Ordinal) && left != right
            ? $"{path} is {right}, and was {left}"
            : null;
    }

    private static JsonValueKind Kind(JsonValue value) =>
        value.GetValueKind() is JsonValueKind.False ? JsonValueKind.True : value.GetValueKind();

    private static string Form(string text) =>
        text.Length == 0 ? "text"
        : Time().Match(text) is { Index: 0 } time && time.Length == text.Length ? Digits().Replace(text, "9")
        : text.StartsWith("http", StringComparison.Ordinal) ? "a URL"
        : Hex().Match(text) is { Success: true } match && match.Length == text.Length
            ? (text.Contains('-') ? "an id with dashes" : $"{text.Length} hexadecimal digits")
        : "text";

    /// <summary>A name where an id was is a value; another form of time or of id is another shape.</summary>
    private static bool Differ(string one, string other) =>
        one != other && (one.StartsWith('9') || other.StartsWith('9') || (one != "text" && other != "text"));

    private static string Say(JsonNode? node) =>
        node is null
            ? "null"
            : node.GetValueKind() switch
            {
                JsonValueKind.String => $"'{Short((string)node!)}'",
                var kind => kind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                    ? node.ToJsonString()
                    : kind.ToString(),
            };

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;

    [GeneratedRegex(@"^[A-Z][A-Z_]+$")]
    private static partial Regex State();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+\d\d:\d\d)?")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(?:req-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b[0-9a-f]{32,}\b")]
    private static partial Regex Hex();

    /// <summary>How many there are is the situation's.</summary>
    [GeneratedRegex(@"\bID(?:, ?ID)+\b")]
    private static partial Regex Several();

    [GeneratedRegex(@"https?://[^\s'""<>)\]]+")]
    private static partial Regex Url();

    [GeneratedRegex(@"\b\d+(?:\.\d+)*\b")]
    private static partial Regex Number();
}
