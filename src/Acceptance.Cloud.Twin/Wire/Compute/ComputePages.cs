using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What Nova's lists have in common: a page has at most a thousand, and a full one names the next.</summary>
internal static class ComputePages
{
    private const int Most = 1000;

    public static Page<T> Cut<T>(OpenStackRequest request, IEnumerable<T> all, Func<T, string> id) =>
        Page<T>.Of(request, all, id, Most, marker => new ApiRefusal(400, $"marker [{marker}] not found"), BadLimit);

    public static JsonArray NextLink(OpenStackRequest request, string collection, string marker)
    {
        var kept = request
            .QueryKeys.Where(key => key != "marker")
            .SelectMany(key => request.QueryAll(key).Select(value => $"{key}={Uri.EscapeDataString(value)}"));
        return new JsonArray(
            new JsonObject
            {
                ["rel"] = "next",
                ["href"] = $"{request.Base}/v2.1/{collection}?{string.Join('&', kept)}&marker={marker}",
            }
        );
    }

    private static ApiRefusal BadLimit(string limit) =>
        new(400, $"Invalid input for query parameters limit. Value: {limit}. '{limit}' does not match '^[0-9]*$'");
}
