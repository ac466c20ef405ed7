using System.Security.Cryptography;
using System.Text;
using Acceptance.Cloud.Spelling;

namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>Every untidiness that a healthy world can have, and which of them a seed draws.</summary>
internal static class UntidinessCatalogue
{
    /// <summary>Stands for those that the world's seed draws.</summary>
    public const string Drawn = "drawn";

    /// <summary>Stands for all of them.</summary>
    public const string Every = "all";

    public static IReadOnlyList<Untidiness> All { get; } =
    [
        .. JujuUntidiness.All(),
        .. HostUntidiness.All(),
        .. SiteUntidiness.All(),
        .. IdentityUntidiness.All(),
        .. TenantUntidiness.All(),
        .. ClusterUntidiness.All(),
    ];

    /// <summary>
    /// Each with one chance in two. What a seed draws of one does not depend on the others: a new one leaves the
    /// worlds of known seeds as they were, but for itself.
    /// </summary>
    public static IReadOnlyList<Untidiness> Draw(int seed) =>
        [.. All.Where(one => (SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {one.Id}"))[0] & 1) == 1)];

    /// <summary>What these words name: ids, "drawn" for those of the seed, "all". Another is refused with the near
    /// ones.</summary>
    public static IReadOnlyList<Untidiness> Named(IEnumerable<string> words, int seed) =>
        [
            .. words
                .SelectMany(word =>
                    word switch
                    {
                        Drawn => Draw(seed),
                        Every => All,
                        _ => [Find(word)],
                    }
                )
                .Distinct(),
        ];

    /// <summary>The plan of a world that has these.</summary>
    public static WorldPlan In(WorldPlan plan, IReadOnlyList<Untidiness> untidy) =>
        untidy.Aggregate(plan, (changed, one) => one.Plans(changed)) with
        {
            Untidy = [.. untidy.Select(one => one.Id)],
        };

    /// <summary>What a made world is left with.</summary>
    public static void Leave(TwinWorld world)
    {
        foreach (var id in world.Plan.Untidy)
            Find(id).Leaves(world);
    }

    public static Untidiness Find(string id) =>
        All.FirstOrDefault(one => one.Id == id)
        ?? throw new UnknownUntidinessException(
            $"The twin knows no untidiness '{id}'. Near it: {string.Join(", ", Near(id))}."
        );

    private static IEnumerable<string> Near(string id) =>
        All.Select(one => one.Id).OrderBy(known => EditDistance.Between(known, id)).Take(3);
}
