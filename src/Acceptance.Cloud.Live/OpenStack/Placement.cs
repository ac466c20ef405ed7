using System.Globalization;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>Placement.</summary>
internal sealed class Placement(RestServices services) : IPlacement
{
    private const int AtOnce = 8;

    public async Task<Reading<IReadOnlyList<ResourceProvider>>> Providers(CancellationToken cancel = default)
    {
        var list = await services.List(
            Ask(OperationCatalogue.ResourceProviders.At(), $"resource provider list"),
            "resource_providers",
            found => (Id: found["uuid"].Text(), Name: found["name"].Text()),
            cancel
        );
        if (list is not Reading<IReadOnlyList<(string Id, string Name)>>.Seen { Value: var known })
            return list.As<IReadOnlyList<ResourceProvider>>();
        // Placement lists no inventories: each provider is asked, a few at a time.
        var readings = new Reading<ResourceProvider?>[known.Count];
        await Parallel.ForAsync(
            0,
            known.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (index, stop) => readings[index] = await Provider(known[index].Id, known[index].Name, stop)
        );
        return readings
            .All(list.Evidence)
            .Map(all => (IReadOnlyList<ResourceProvider>)[.. all.OfType<ResourceProvider>()]);
    }

    public Task<Reading<IReadOnlyList<string>>> Candidates(
        int ramMb,
        int vcpus,
        int diskGb,
        CancellationToken cancel = default
    )
    {
        var (vcpu, ram, disk) = (Text(vcpus), Text(ramMb), Text(diskGb));
        return Names(cancel)
            .Then(names =>
                services.One<IReadOnlyList<string>>(
                    Ask(
                        OperationCatalogue.AllocationCandidates.At(),
                        $"--os-placement-api-version 1.29 allocation candidate list --resource VCPU={vcpu} "
                            + $"--resource MEMORY_MB={ram} --resource DISK_GB={disk}"
                    ) with
                    {
                        Query = [("resources", $"VCPU:{vcpu},MEMORY_MB:{ram},DISK_GB:{disk}")],
                    },
                    answer =>
                        [
                            .. answer["allocation_requests"]
                                .List()
                                .SelectMany(request => request["allocations"].Members())
                                .Select(member => member.Name)
                                .Distinct(StringComparer.Ordinal)
                                .Select(id => names.GetValueOrDefault(id, id)),
                        ],
                    cancel
                )
            );
    }

    private Task<Reading<Dictionary<string, string>>> Names(CancellationToken cancel) =>
        services
            .List(
                Ask(OperationCatalogue.ResourceProviders.At(), $"resource provider list"),
                "resource_providers",
                found => (Id: found["uuid"].Text(), Name: found["name"].Text()),
                cancel
            )
            // One that is listed twice is one.
            .Select(all =>
                all.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal)
            );

    /// <summary>Null where a provider has no memory of its own (a nested one).</summary>
    private Task<Reading<ResourceProvider?>> Provider(string id, string name, CancellationToken cancel) =>
        services
            .One(
                Ask(OperationCatalogue.Inventories.At(id), $"resource provider inventory list {id}"),
                answer => Inventory.Of(answer["inventories"]["MEMORY_MB"]),
                cancel
            )
            .Then(inventory =>
                services.One(
                    Ask(OperationCatalogue.Usages.At(id), $"resource provider usage show {id}"),
                    answer =>
                        inventory is null
                            ? null
                            : new ResourceProvider(
                                id,
                                name,
                                inventory.Total,
                                inventory.Reserved,
                                inventory.Ratio,
                                answer["usages"]["MEMORY_MB"].IntOrNull() ?? 0
                            ),
                    cancel
                )
            );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Question Ask(OperationCall operation, ByHand byHand) => new(operation, Scope.Admin, byHand);

    private sealed record Inventory(int Total, int Reserved, double Ratio)
    {
        public static Inventory? Of(Field memory) =>
            memory.IsAbsent
                ? null
                : new(memory["total"].Int(), memory["reserved"].Int(), memory["allocation_ratio"].Number());
    }
}
