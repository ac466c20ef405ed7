using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What Placement's resources have in common: policy, microversions, freshness.</summary>
internal static class PlacementRules
{
    /// <summary>From 1.15 on an answer says how fresh it is, and that it is not to be kept.</summary>
    public static WireAnswer Fresh(this TwinWorld world, OpenStackRequest request, JsonObject body)
    {
        var answer = WireAnswer.Ok(body);
        if (!request.AtLeast("1.15"))
            return answer;
        return answer
            .With("Last-Modified", world.Now.UtcDateTime.ToString("R", CultureInfo.InvariantCulture))
            .With("Cache-Control", "no-cache");
    }

    public static void DemandAdmin(OpenStackRequest request, string rule)
    {
        if (!request.Caller.IsAdmin)
            throw new ApiRefusal(403, $"Policy does not allow placement:{rule} to be performed.");
    }

    /// <summary>What a microversion does not have yet is 404.</summary>
    public static void DemandVersion(OpenStackRequest request, string since)
    {
        if (!request.AtLeast(since))
            throw new ApiRefusal(404, " ");
    }

    public static JsonObject Amounts(Func<string, JsonNode?> amount)
    {
        var json = new JsonObject();
        foreach (var kind in new[] { Placement.Cpu, Placement.Memory, Placement.Disk })
            json[kind] = amount(kind);
        return json;
    }
}
