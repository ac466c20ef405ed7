using System.Globalization;
using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Store;

/// <summary>
/// One stored object at one revision. Its body is never changed once it is here: a change makes a new one.
/// </summary>
internal sealed record KubeObject(KubeKind Kind, JsonObject Body, long Revision)
{
    public JsonObject Metadata => (JsonObject)Body["metadata"]!;

    public string Name => (string)Metadata["name"]!;

    public string Namespace => (string?)Metadata["namespace"] ?? "";

    public string Uid => (string)Metadata["uid"]!;

    public bool Deleting => Metadata["deletionTimestamp"] is not null;

    public IEnumerable<string> Finalizers => Strings(Metadata["finalizers"]);

    public JsonObject Spec => Body["spec"] as JsonObject ?? [];

    public JsonObject Status => Body["status"] as JsonObject ?? [];

    public DateTimeOffset Created => Time(Metadata["creationTimestamp"]) ?? DateTimeOffset.MinValue;

    public string? Label(string key) => (string?)(Metadata["labels"] as JsonObject)?[key];

    public string? Annotation(string key) => (string?)(Metadata["annotations"] as JsonObject)?[key];

    public IEnumerable<JsonObject> Owners => (Metadata["ownerReferences"] as JsonArray ?? []).OfType<JsonObject>();

    public bool OwnedBy(string uid) => Owners.Any(owner => (string?)owner["uid"] == uid);

    /// <summary>The status of one condition ("True", "False", "Unknown"), or null.</summary>
    public string? Condition(string type) =>
        (string?)
            (Status["conditions"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .FirstOrDefault(one => (string?)one["type"] == type)
                ?["status"];

    public static IEnumerable<string> Strings(JsonNode? array) =>
        (array as JsonArray ?? []).Select(item => (string)item!);

    public static string Stamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Time(JsonNode? node) =>
        node is null
            ? null
            : DateTimeOffset.Parse((string)node!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
