using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>What becomes of a service's answer on a hostile wire.</summary>
internal sealed class HostileAnswers(Canaries canaries)
{
    /// <summary>Texts that people write and no verdict rests on.</summary>
    private static readonly string[] FreeTexts =
    [
        "description",
        "details",
        "disabled_reason",
        "message",
        "status_reason",
        "title",
    ];

    private static readonly int[] Refusals = [400, 403, 404, 409, 429, 500, 503];

    /// <summary>Each service wraps its errors in a way of its own (captures, openstack/README).</summary>
    private static readonly Func<string, JsonNode>[] Envelopes =
    [
        said => new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = said, ["title"] = said },
        },
        said => new JsonObject
        {
            ["itemNotFound"] = new JsonObject { ["code"] = 404, ["message"] = said },
        },
        said => new JsonObject
        {
            ["NeutronError"] = new JsonObject { ["type"] = said, ["message"] = said },
        },
        said => new JsonObject
        {
            ["faultcode"] = "Client",
            ["faultstring"] = said,
            ["debuginfo"] = said,
        },
        said => new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["detail"] = said, ["title"] = said }) },
        said => new JsonObject
        {
            ["kind"] = "Status",
            ["reason"] = said,
            ["message"] = said,
        },
        said => JsonValue.Create(said),
    ];

    /// <summary>A free text goes on with a canary.</summary>
    public JsonNode Spoken(JsonNode body)
    {
        Change(body, (name, value) => FreeTexts.Contains(name) ? $"{value} {canaries.At(name + value)}" : value);
        return body;
    }

    /// <summary>
    /// Every id; of the other properties each keeps its words in all answers of a seed, or loses them in all: some
    /// questions lead on.
    /// </summary>
    public JsonNode Twisted(JsonNode body)
    {
        Change(body, (name, value) => IsWord(value) && IsLost(name) ? canaries.At(name + value) : value);
        return body;
    }

    public int Refusal(string path) => Refusals[canaries.NumberOf(path) % Refusals.Length];

    /// <summary>An error of some service, with a canary, and what the asker proved himself with.</summary>
    public string Refused(string path, string reflected)
    {
        var said = $"{canaries.At(path)} {reflected} {canaries.At(path + "'s end")}";
        return Envelopes[canaries.NumberOf(path) % Envelopes.Length](said).ToJsonString();
    }

    private static void Change(JsonNode? node, Func<string, string, string> change)
    {
        if (node is JsonArray list)
            foreach (var one in list)
                Change(one, change);
        if (node is not JsonObject fields)
            return;
        foreach (var (name, value) in fields.ToArray())
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var said))
                fields[name] = change(name, said);
            else
                Change(value, change);
        }
    }

    private bool IsLost(string name) => name is "id" or "uuid" || canaries.NumberOf(name) % 2 == 0;

    /// <summary>No address, no time, no URL: what says something, ids too.</summary>
    private static bool IsWord(string value) =>
        !IPAddress.TryParse(value, out _)
        && !DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _)
        && !value.Contains("://", StringComparison.Ordinal);
}
