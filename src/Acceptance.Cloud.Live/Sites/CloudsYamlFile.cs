using Acceptance.Cloud.Sentences;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// One cloud of a clouds.yaml, as the OS_ variables it stands for; what stands beside it in a secure.yaml wins, as for
/// openstackclient.
/// </summary>
internal static class CloudsYamlFile
{
    // Merges within merges: more is a loop.
    private const int Deepest = 8;

    /// <param name="text">The clouds.yaml.</param>
    /// <param name="secure">The secure.yaml of the same folder; empty where there is none.</param>
    /// <param name="path">The clouds.yaml's path, for sentences.</param>
    /// <param name="cloud">The cloud that the site names; null: the only one there is.</param>
    public static Reading<IReadOnlyDictionary<string, string>> Read(
        string text,
        string secure,
        string path,
        string? cloud
    )
    {
        var read = Clouds(text, path);
        if (read is not Reading<YamlMappingNode>.Seen { Value: var clouds })
            return read.As<IReadOnlyDictionary<string, string>>();
        var names = clouds.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value!).ToArray();
        var wanted = cloud ?? (names.Length == 1 ? names[0] : null);
        if (wanted is null || Child(clouds, wanted) is not YamlMappingNode chosen)
            return Refused(NotMeant(path, wanted, names), path);
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        Take(chosen, set);
        if (secure.Length > 0)
        {
            var beside = Path.Combine(Path.GetDirectoryName(path) ?? "", "secure.yaml");
            var kept = Clouds(secure, beside);
            if (kept is not Reading<YamlMappingNode>.Seen { Value: var secrets })
                return kept.As<IReadOnlyDictionary<string, string>>();
            if (Child(secrets, wanted) is YamlMappingNode own)
                Take(own, set);
        }

        return new Reading<IReadOnlyDictionary<string, string>>.Seen(set, read.Evidence);
    }

    private static readonly string[] BesideAuth =
    [
        "OS_AUTH_TYPE",
        "OS_REGION_NAME",
        "OS_CACERT",
        "OS_CERT",
        "OS_INSECURE",
        "OS_PROFILE",
    ];

    /// <summary>How a clouds.yaml spells an OS_ variable: auth.username, region_name.</summary>
    public static string KeyOf(string variable) =>
        (BesideAuth.Contains(variable) ? "" : "auth.") + variable["OS_".Length..].ToLowerInvariant();

    private static Sentence NotMeant(string path, string? cloud, string[] names) =>
        (cloud, names) switch
        {
            (_, []) => $"{path} has no cloud in it: add the one that the site means.",
            (null, _) => $"{path} has several clouds ({string.Join(", ", names)}): name one of them in the site's "
                + $"credentials.cloud.",
            _ => $"{path} has no cloud '{cloud}': it has {string.Join(", ", names)}; "
                + $"name one of them in the site's credentials.cloud.",
        };

    private static Reading<YamlMappingNode> Clouds(string text, string path)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: var root }, ..] && Child(root, "clouds") is YamlMappingNode clouds
                ? new Reading<YamlMappingNode>.Seen(clouds, CredentialLocation.EvidenceOf(path))
                : CredentialLocation.Unread<YamlMappingNode>(
                    $"{path} has no `clouds:` section: it is no {Path.GetFileName(path)}.",
                    path
                );
        }
        catch (YamlException broken)
        {
            return CredentialLocation.Unread<YamlMappingNode>(
                $"{path} is no YAML (line {broken.Start.Line}): correct it there.",
                path
            );
        }
    }

    private static void Take(YamlMappingNode cloud, Dictionary<string, string> set)
    {
        foreach (var (key, value) in Scalars(cloud).Concat(Scalars(Child(cloud, "auth"))))
            set[$"OS_{key.ToUpperInvariant()}"] = value;
        // The first of several regions is the client's own choice, too.
        if (Child(cloud, "regions") is not YamlSequenceNode { Children: [var first, ..] } || Has(cloud, "region_name"))
            return;
        set["OS_REGION_NAME"] = (first as YamlScalarNode ?? Child(first, "name") as YamlScalarNode)?.Value ?? "";
        foreach (var (key, value) in Scalars(Child(first, "values")))
            set[$"OS_{key.ToUpperInvariant()}"] = value;
    }

    private static bool Has(YamlNode node, string name) => Child(node, name) is not null;

    private static IEnumerable<(string Key, string Value)> Scalars(YamlNode? node) =>
        node is null
            ? []
            : Members(node, Deepest)
                .Where(member => member.Value is YamlScalarNode)
                .Select(member => (member.Key, KubeconfigYaml.TextOf((YamlScalarNode)member.Value) ?? ""));

    private static YamlNode? Child(YamlNode node, string name) =>
        Members(node, Deepest).LastOrDefault(member => member.Key == name).Value;

    /// <summary>What a mapping merges first, its own keys last: the last one of a name counts.</summary>
    private static IEnumerable<(string Key, YamlNode Value)> Members(YamlNode node, int deepest)
    {
        if (node is not YamlMappingNode mapping || deepest == 0)
            return [];
        var merged = mapping.Children.Where(IsMerge).SelectMany(pair => Sources(pair.Value));
        var own = mapping.Children.Where(pair => !IsMerge(pair)).Where(pair => pair.Key is YamlScalarNode);
        return
        [
            .. merged.SelectMany(source => Members(source, deepest - 1)),
            .. own.Select(pair => (((YamlScalarNode)pair.Key).Value!, pair.Value)),
        ];
    }

    private static bool IsMerge(KeyValuePair<YamlNode, YamlNode> pair) => pair.Key is YamlScalarNode { Value: "<<" };

    // Of several sources the first one wins.
    private static IEnumerable<YamlNode> Sources(YamlNode merged) =>
        merged is YamlSequenceNode several ? several.Children.Reverse() : [merged];

    private static Reading<IReadOnlyDictionary<string, string>> Refused(Sentence sentence, string path) =>
        CredentialLocation.Unread<IReadOnlyDictionary<string, string>>(sentence, path);
}
