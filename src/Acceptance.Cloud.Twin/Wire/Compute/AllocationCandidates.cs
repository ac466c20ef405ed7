using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.PlacementRules;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Who would take more: the nodes on which what is asked for fits.</summary>
internal sealed class AllocationCandidates(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/allocation_candidates", List)];

    private Placement Model => world.Placement;

    private WireAnswer List(OpenStackRequest request)
    {
        DemandVersion(request, "1.10");
        DemandAdmin(request, "allocation_candidates:list");
        if (request.QueryKeys.FirstOrDefault(key => key is not ("resources" or "limit" or "required")) is { } odd)
            throw ApiRefusal.NotEmulated($"placement asks allocation_candidates for no {odd}");
        var wanted = WantedResources.Read(
            request.Query("resources")
                ?? throw new ApiRefusal(400, "Invalid query string parameters: 'resources' is a required property")
        );
        var nodes = Fitting(request, wanted).ToList();
        var summaries = new JsonObject();
        foreach (var node in nodes)
            summaries[node.Id] = Summary(request, node, wanted);
        return world.Fresh(
            request,
            new JsonObject
            {
                ["allocation_requests"] = new JsonArray([.. nodes.Select(node => Claim(request, node, wanted))]),
                ["provider_summaries"] = summaries,
            }
        );
    }

    private IEnumerable<ComputeNode> Fitting(OpenStackRequest request, Dictionary<string, int> wanted)
    {
        var fitting = Model
            .Candidates(wanted)
            .Where(node => request.QueryAll("required").All(asked => ProviderTraits.HasAll(node, asked)));
        return int.TryParse(request.Query("limit"), CultureInfo.InvariantCulture, out var most)
            ? fitting.Take(most)
            : fitting;
    }

    private static JsonObject Claim(OpenStackRequest request, ComputeNode node, Dictionary<string, int> wanted)
    {
        var resources = new JsonObject(
            wanted.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonValue.Create(one.Value)))
        );
        if (!request.AtLeast("1.12"))
        {
            return new JsonObject
            {
                ["allocations"] = new JsonArray(
                    new JsonObject
                    {
                        ["resource_provider"] = new JsonObject { ["uuid"] = node.Id },
                        ["resources"] = resources,
                    }
                ),
            };
        }

        var json = new JsonObject
        {
            ["allocations"] = new JsonObject { [node.Id] = new JsonObject { ["resources"] = resources } },
        };
        if (request.AtLeast("1.34"))
            json["mappings"] = new JsonObject { [""] = new JsonArray(node.Id) };
        return json;
    }

    private JsonObject Summary(OpenStackRequest request, ComputeNode node, Dictionary<string, int> wanted)
    {
        var resources = new JsonObject();
        foreach (
            var inventory in Model
                .Inventories(node)
                .Where(one => request.AtLeast("1.27") || wanted.ContainsKey(one.ResourceClass))
        )
        {
            resources[inventory.ResourceClass] = new JsonObject
            {
                ["capacity"] = inventory.Ceiling,
                ["used"] = Model.Used(node, inventory.ResourceClass),
            };
        }

        var json = new JsonObject { ["resources"] = resources };
        if (request.AtLeast("1.17"))
            json["traits"] = ProviderTraits.List(node);
        if (!request.AtLeast("1.29"))
            return json;
        json["parent_provider_uuid"] = null;
        json["root_provider_uuid"] = node.Id;
        return json;
    }
}
