using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>Where a list goes on: the revision it is of, and the last object it showed.</summary>
internal static class ContinueToken
{
    private const string TooOld =
        "The provided continue parameter is too old to display a consistent list result. You can start a new list "
        + "without the continue parameter, or use the continue token in this response to retrieve the remainder of the "
        + "results. Continuing with the provided token results in an inconsistent list - objects that were created, "
        + "modified, or deleted between the time the first chunk was returned and now may show up in the list.";

    public static string Write(long revision, string start) =>
        Convert
            .ToBase64String(
                Encoding.UTF8.GetBytes($"{{\"v\":\"meta.k8s.io/v1\",\"rv\":{revision},\"start\":\"{start}\\u0000\"}}")
            )
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');

    /// <summary>An expired one is refused together with one that goes on with what is there now.</summary>
    public static (long Revision, string After) Read(ObjectStore store, string token)
    {
        var (revision, start) = Parsed(token);
        if (revision >= store.Compacted || revision < 0)
            return (revision < 0 ? store.Revision : revision, start);
        var refused = new KubeRefusedException(410, "Expired", TooOld);
        refused.Data["continue"] = Write(-1, start);
        throw refused;
    }

    private static (long Revision, string Start) Parsed(string token)
    {
        try
        {
            var padded = token.Replace('-', '+').Replace('_', '/') + new string('=', (4 - token.Length % 4) % 4);
            var key = (JsonObject)JsonNode.Parse(Convert.FromBase64String(padded))!;
            return ((long)key["rv"]!, ((string)key["start"]!).TrimEnd('\0').TrimStart('/'));
        }
        catch (Exception unreadable)
            when (unreadable is FormatException or JsonException or InvalidOperationException or NullReferenceException)
        {
            throw KubeRefusedException.BadRequest(
                "invalid continue token: continue key is not valid: "
                    + "invalid character 'Ï' looking for beginning of value"
            );
        }
    }
}
