using YamlDotNet.RepresentationModel;

namespace Acceptance.Cloud.Twin.Personas.Operator;

/// <summary>
/// The relations of a bundle are well-formed: two endpoints each, of two applications that the bundle has, and none
/// twice.
/// </summary>
internal static class RelationsOfBundle
{
    /// <summary>What is wrong with them, a sentence each.</summary>
    public static IEnumerable<string> Faults(YamlMappingNode bundle)
    {
        var applications = Applications(bundle);
        if (
            !bundle.Children.TryGetValue("relations", out var node)
            || node is not YamlSequenceNode { Children.Count: > 0 } relations
        )
        {
            yield return "relations: the bundle lists none";
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relation in relations)
        {
            if (
                relation
                is not YamlSequenceNode
                {
                    Children: [YamlScalarNode { Value: { } one }, YamlScalarNode { Value: { } other }]
                }
            )
            {
                yield return $"relations: found {relation}, expected two endpoints";
                continue;
            }

            foreach (
                var stranger in new[] { one, other }.Where(endpoint => !applications.Contains(Application(endpoint)))
            )
                yield return $"relations: {stranger} is of no application of the bundle";
            if (Application(one) == Application(other))
                yield return $"relations: {one} and {other} are of one application";
            if (!seen.Add(string.Join(' ', new[] { one, other }.Order(StringComparer.Ordinal))))
                yield return $"relations: {one} and {other} are related twice";
        }
    }

    private static HashSet<string> Applications(YamlMappingNode bundle) =>
        bundle.Children.TryGetValue("applications", out var all) && all is YamlMappingNode named
            ? named.Children.Keys.Select(key => $"{key}").ToHashSet(StringComparer.Ordinal)
            : [];

    private static string Application(string endpoint) => endpoint.Split(':')[0];
}
