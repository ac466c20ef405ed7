using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.PlacementRules;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Resource providers (one a compute node), what they offer and what they hold.</summary>
internal sealed class ResourceProviders(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/resource_providers", List),
            Route.Get("/resource_providers/{id}", Show),
            Route.Get("/resource_providers/{id}/inventories", Inventories),
            Route.Get("/resource_providers/{id}/usages", Usages),
            Route.Get("/resource_providers/{id}/allocations", Allocations),
            Route.Get("/resource_providers/{id}/traits", Traits),
            Route.Get("/resource_providers/{id}/aggregates", Aggregates),
        ];

    private Placement Model => world.Placement;

    private ComputeNode Find(OpenStackRequest request) =>
        Model.Provider(request["id"])
        ?? throw new ApiRefusal(404, $"No resource provider with uuid {request["id"]} found");

    private WireAnswer List(OpenStackRequest request)
    {
        DemandAdmin(request, "resource_providers:list");
        if (
            request.QueryKeys.FirstOrDefault(key =>
                key is not ("name" or "uuid" or "member_of" or "resources" or "in_tree" or "required")
            ) is
            { } odd
        )
        {
            throw new ApiRefusal(
                400,
                $"Invalid query string parameters: Additional properties are not allowed ('{odd}' was unexpected)"
            );
        }

        var fitting = request.Query("resources") is { } asked
            ? Model.Candidates(WantedResources.Read(asked))
            : Model.Providers;
        fitting = fitting.Where(node =>
            (request.Query("name") ?? node.Name) == node.Name && (request.Query("uuid") ?? node.Id) == node.Id
        );
        return world.Fresh(
            request,
            new JsonObject { ["resource_providers"] = new JsonArray([.. fitting.Select(node => Write(request, node))]) }
        );
    }

    private WireAnswer Show(OpenStackRequest request)
    {
        DemandAdmin(request, "resource_providers:show");
        return world.Fresh(request, Write(request, Find(request)));
    }

    private WireAnswer Inventories(OpenStackRequest request)
    {
        DemandAdmin(request, "resource_providers:inventories:list");
        var provider = Find(request);
        var all = new JsonObject();
        foreach (var inventory in Model.Inventories(provider))
            all[inventory.ResourceClass] = Write(inventory);
        return world.Fresh(
            request,
            new JsonObject { ["inventories"] = all, ["resource_provider_generation"] = Model.Generation(provider.Id) }
        );
    }

    private WireAnswer Usages(OpenStackRequest request)
    {
        DemandAdmin(request, "resource_providers:usages");
        var provider = Find(request);
        return world.Fresh(
            request,
            new JsonObject
            {
                ["resource_provider_generation"] = Model.Generation(provider.Id),
                ["usages"] = Amounts(kind => Model.Used(provider, kind)),
            }
        );
    }

    private WireAnswer Allocations(OpenStackRequest request)
    {
        DemandAdmin(request, "resource_providers:allocations:list");
        var provider = Find(request);
        var all = new JsonObject();
        foreach (var held in Model.Allocations.Where(allocation => allocation.ProviderId == provider.Id))
        {
            var one = new JsonObject { ["resources"] = Amounts(kind => Placement.Amount(held, kind)) };
            if (request.AtLeast("1.28"))
                one["consumer_generation"] = 1;
            all[held.ConsumerId] = one;
        }

        return world.Fresh(
            request,
            new JsonObject { ["allocations"] = all, ["resource_provider_generation"] = Model.Generation(provider.Id) }
        );
    }

    private WireAnswer Traits(OpenStackRequest request) => Since(request, "1.6", "traits", ProviderTraits.List);

    private WireAnswer Aggregates(OpenStackRequest request) => Since(request, "1.1", "aggregates", _ => []);

    private WireAnswer Since(OpenStackRequest request, string version, string name, Func<ComputeNode, JsonArray> values)
    {
        DemandVersion(request, version);
        var provider = Find(request);
        return world.Fresh(
            request,
            new JsonObject
            {
                [name] = values(provider),
                ["resource_provider_generation"] = Model.Generation(provider.Id),
            }
        );
    }

    private JsonObject Write(OpenStackRequest request, ComputeNode provider)
    {
        List<string> relations = ["inventories", "usages"];
        if (request.AtLeast("1.1"))
            relations.Add("aggregates");
        if (request.AtLeast("1.6"))
            relations.Add("traits");
        if (request.AtLeast("1.11"))
            relations.Add("allocations");
        var self = $"/resource_providers/{provider.Id}";
        var json = new JsonObject
        {
            ["uuid"] = provider.Id,
            ["name"] = provider.Name,
            ["generation"] = Model.Generation(provider.Id),
            ["links"] = new JsonArray([
                new JsonObject { ["rel"] = "self", ["href"] = self },
                .. relations.Select(relation => new JsonObject { ["rel"] = relation, ["href"] = $"{self}/{relation}" }),
            ]),
        };
        if (!request.AtLeast("1.14"))
            return json;
        json["parent_provider_uuid"] = null;
        json["root_provider_uuid"] = provider.Id;
        return json;
    }

    private static JsonObject Write(Inventory inventory) =>
        new()
        {
            ["total"] = inventory.Total,
            ["reserved"] = inventory.Reserved,
            ["min_unit"] = 1,
            ["max_unit"] = inventory.MaxUnit,
            ["step_size"] = 1,
            ["allocation_ratio"] = inventory.Ratio,
        };
}
