using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What a project may have, and has.</summary>
internal sealed class ComputeLimits(Nova nova) : IResource
{
    /// <summary>Of Nova's networks, which are no more from 2.36 on.</summary>
    private static readonly string[] DroppedAt236 =
    [
        "maxTotalFloatingIps",
        "maxSecurityGroups",
        "maxSecurityGroupRules",
        "totalFloatingIpsUsed",
        "totalSecurityGroupsUsed",
    ];

    public IReadOnlyList<Route> Routes => [Route.Get("/v2.1/limits", Show)];

    private WireAnswer Show(OpenStackRequest request)
    {
        var project =
            request.Caller.IsAdmin && request.Query("tenant_id") is { } other ? other : request.Caller.ProjectId;
        var absolute = Absolute(project);
        if (request.AtLeast("2.36"))
        {
            foreach (var dropped in DroppedAt236)
                absolute.Remove(dropped);
        }

        return WireAnswer.Ok(
            new JsonObject
            {
                ["limits"] = new JsonObject { ["rate"] = new JsonArray(), ["absolute"] = absolute },
            }
        );
    }

    private JsonObject Absolute(string project)
    {
        var own = nova.Servers.Where(server => server.ProjectId == project).ToList();
        return new JsonObject
        {
            ["maxTotalInstances"] = nova.QuotaOf(project).Instances,
            ["maxTotalCores"] = nova.QuotaOf(project).Cores,
            ["maxTotalRAMSize"] = nova.QuotaOf(project).MemoryMb,
            ["maxServerMeta"] = 128,
            ["maxImageMeta"] = 128,
            ["maxPersonality"] = 5,
            ["maxPersonalitySize"] = 10240,
            ["maxTotalKeypairs"] = 100,
            ["maxServerGroups"] = 10,
            ["maxServerGroupMembers"] = 10,
            ["maxTotalFloatingIps"] = -1,
            ["maxSecurityGroups"] = -1,
            ["maxSecurityGroupRules"] = -1,
            ["totalRAMUsed"] = own.Sum(server => server.Flavor.MemoryMb),
            ["totalCoresUsed"] = own.Sum(server => server.Flavor.Vcpus),
            ["totalInstancesUsed"] = own.Count,
            ["totalFloatingIpsUsed"] = 0,
            ["totalSecurityGroupsUsed"] = 0,
            ["totalServerGroupsUsed"] = 0,
        };
    }
}
