namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>
/// The relations between applications as a bundle lists them: two endpoints each, "keystone:certificates"
/// and "vault:certificates". A peer relation is none.
/// </summary>
internal static class BundleRelations
{
    public static IReadOnlyList<(string One, string Other)> Among(IReadOnlyCollection<CharmSpec> charms)
    {
        var byName = charms.ToDictionary(charm => charm.Application, StringComparer.Ordinal);
        var found =
            from charm in charms
            from relation in charm.Relations
            where relation.Application != charm.Application && byName.ContainsKey(relation.Application)
            let own = $"{charm.Application}:{relation.Endpoint}"
            let other = $"{relation.Application}:{Endpoint(byName[relation.Application], relation)}"
            select string.CompareOrdinal(own, other) < 0 ? (own, other) : (other, own);
        return
        [
            .. found
                .Distinct()
                .OrderBy(pair => pair.Item1, StringComparer.Ordinal)
                .ThenBy(pair => pair.Item2, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the other side calls it; a charm that says nothing of it calls it the same.</summary>
    private static string Endpoint(CharmSpec other, CharmRelation relation) =>
        other.Relations.FirstOrDefault(one => one.Interface == relation.Interface)?.Endpoint ?? relation.Endpoint;
}
