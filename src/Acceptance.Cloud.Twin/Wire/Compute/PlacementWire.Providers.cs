using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Resource providers, what they offer and hold, and who would take more.</summary>
internal sealed partial class PlacementWire
{
    private const string Disabled = "COMPUTE_STATUS_DISABLED";

    private static readonly string[] Traits =
    [
        "COMPUTE_NODE",
        "COMPUTE_NET_ATTACH_INTERFACE",
        "COMPUTE_NET_ATTACH_INTERFACE_WITH_TAG",
        "COMPUTE_VOLUME_ATTACH_WITH_TAG",
        "COMPUTE_VOLUME_EXTEND",
        "COMPUTE_VOLUME_MULTI_ATTACH",
        "COMPUTE_IMAGE_TYPE_RAW",
        "COMPUTE_IMAGE_TYPE_QCOW2",
        "COMPUTE_TRUSTED_CERTS",
        "COMPUTE_DEVICE_TAGGING",
        "HW_CPU_X86_AVX2",
        "HW_CPU_X86_SVM",
    ];

    private void MapProviders()
    {
        Map("GET", "/resource_providers", ProviderList);
        Map(
            "GET",
            "/resource_providers/{id}",
            request =>
            {
                DemandAdmin(request, "resource_providers:show");
                return Fresh(request, Write(request, Provider(request)));
            }
        );
        Map(
            "GET",
            "/resource_providers/{id}/inventories",
            request =>
            {
                DemandAdmin(request, "resource_providers:inventories:list");
                var provider = Provider(request);
                var all = new JsonObject();
                foreach (var inventory in Placement.Inventories(provider))
                    all[inventory.ResourceClass] = Write(inventory);
                return Fresh(
                    request,
                    new JsonObject
                    {
                        ["inventories"] = all,
                        ["resource_provider_generation"] = Placement.Generation(provider.Id),
                    }
                );
            }
        );
        Map(
            "GET",
            "/resource_providers/{id}/usages",
            request =>
            {
                DemandAdmin(request, "resource_providers:usages");
                var provider = Provider(request);
                return Fresh(
                    request,
                    new JsonObject
                    {
                        ["resource_provider_generation"] = Placement.Generation(provider.Id),
                        ["usages"] = Amounts(kind => Placement.Used(provider, kind)),
                    }
                );
            }
        );
        Map("GET", "/resource_providers/{id}/allocations", HeldOf);
        Map(
            "GET",
            "/resource_providers/{id}/traits",
            request =>
                Versioned(
                    request,
                    "1.6",
                    () =>
                    {
                        var provider = Provider(request);
                        return Fresh(
                            request,
                            new JsonObject
                            {
                                ["traits"] = TraitsOf(provider),
                                ["resource_provider_generation"] = Placement.Generation(provider.Id),
                            }
                        );
                    }
                )
        );
        Map(
            "GET",
            "/resource_providers/{id}/aggregates",
            request =>
                Versioned(
                    request,
                    "1.1",
                    () =>
                    {
                        var provider = Provider(request);
                        return Fresh(
                            request,
                            new JsonObject
                            {
                                ["aggregates"] = new JsonArray(),
                                ["resource_provider_generation"] = Placement.Generation(provider.Id),
                            }
                        );
                    }
                )
        );
    }

    private ComputeNode Provider(OpenStackRequest request) =>
        Placement.Provider(request["id"])
        ?? throw new ApiRefusal(404, $"No resource provider with uuid {request["id"]} found");

    private WireAnswer ProviderList(OpenStackRequest request)
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
            ? Placement.Candidates(Wanted(asked))
            : Placement.Providers;
        fitting = fitting.Where(node =>
            (request.Query("name") ?? node.Name) == node.Name && (request.Query("uuid") ?? node.Id) == node.Id
        );
        return Fresh(
            request,
            new JsonObject { ["resource_providers"] = new JsonArray([.. fitting.Select(node => Write(request, node))]) }
        );
    }

    private WireAnswer HeldOf(OpenStackRequest request)
    {
        DemandAdmin(request, "resource_providers:allocations:list");
        var provider = Provider(request);
        var all = new JsonObject();
        foreach (var held in Placement.Allocations.Where(allocation => allocation.ProviderId == provider.Id))
        {
            var one = new JsonObject { ["resources"] = Amounts(kind => Placement.Amount(held, kind)) };
            if (request.AtLeast("1.28"))
                one["consumer_generation"] = 1;
            all[held.ConsumerId] = one;
        }

        return Fresh(
            request,
            new JsonObject
            {
                ["allocations"] = all,
                ["resource_provider_generation"] = Placement.Generation(provider.Id),
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
            ["generation"] = Placement.Generation(provider.Id),
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

    private static JsonArray TraitsOf(ComputeNode provider) =>
        new([.. Traits.Concat(provider.Disabled ? [Disabled] : []).Select(trait => JsonValue.Create(trait))]);

    /// <summary>"VCPU:1,MEMORY_MB:1024" as amounts by class.</summary>
    private static Dictionary<string, int> Wanted(string resources)
    {
        var wanted = new Dictionary<string, int>();
        foreach (var part in resources.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                part.Split(':') is not [var kind, var text]
                || !int.TryParse(text, CultureInfo.InvariantCulture, out var amount)
                || amount < 1
            )
                throw new ApiRefusal(
                    400,
                    $"Badly formed resources parameter. Expected resources query string parameter in form: ?resources=VCPU:2,MEMORY_MB:1024. Got: {resources}."
                );
            if (!ResourceClasses.Contains(kind))
                throw new ApiRefusal(
                    400,
                    $"Invalid resource class in resources parameter: No such resource class {kind}."
                );
            wanted[kind] = amount;
        }

        return wanted;
    }

    private WireAnswer Candidates(OpenStackRequest request) =>
        Versioned(
            request,
            "1.10",
            () =>
            {
                DemandAdmin(request, "allocation_candidates:list");
                if (
                    request.QueryKeys.FirstOrDefault(key => key is not ("resources" or "limit" or "required")) is
                    { } odd
                )
                    throw new ApiRefusal(
                        501,
                        $"not emulated: the twin's placement asks allocation_candidates for no {odd}",
                        "NotEmulated"
                    );
                var wanted = Wanted(
                    request.Query("resources")
                        ?? throw new ApiRefusal(
                            400,
                            "Invalid query string parameters: 'resources' is a required property"
                        )
                );
                var fitting = Placement
                    .Candidates(wanted)
                    .Where(node => request.QueryAll("required").All(asked => HasTraits(node, asked)));
                if (
                    request.Query("limit") is { } limit
                    && int.TryParse(limit, CultureInfo.InvariantCulture, out var most)
                )
                    fitting = fitting.Take(most);
                var nodes = fitting.ToList();
                var summaries = new JsonObject();
                foreach (var node in nodes)
                    summaries[node.Id] = Summary(request, node, wanted);
                return Fresh(
                    request,
                    new JsonObject
                    {
                        ["allocation_requests"] = new JsonArray([
                            .. nodes.Select(node => Claim(request, node, wanted)),
                        ]),
                        ["provider_summaries"] = summaries,
                    }
                );
            }
        );

    private static bool HasTraits(ComputeNode node, string asked)
    {
        var has = TraitsOf(node).Select(trait => trait!.ToString()).ToHashSet();
        return asked.Split(',').All(trait => trait.StartsWith('!') ? !has.Contains(trait[1..]) : has.Contains(trait));
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
            var inventory in Placement
                .Inventories(node)
                .Where(one => request.AtLeast("1.27") || wanted.ContainsKey(one.ResourceClass))
        )
        {
            resources[inventory.ResourceClass] = new JsonObject
            {
                ["capacity"] = inventory.Ceiling,
                ["used"] = Placement.Used(node, inventory.ResourceClass),
            };
        }

        var json = new JsonObject { ["resources"] = resources };
        if (request.AtLeast("1.17"))
            json["traits"] = TraitsOf(node);
        if (!request.AtLeast("1.29"))
            return json;
        json["parent_provider_uuid"] = null;
        json["root_provider_uuid"] = node.Id;
        return json;
    }
}
