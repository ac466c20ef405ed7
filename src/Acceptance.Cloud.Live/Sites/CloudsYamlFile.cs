using Acceptance.Cloud.Sentences;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>One cloud of a clouds.yaml, as the OS_ variables it stands for.</summary>
internal static class CloudsYamlFile
{
    public static Reading<IReadOnlyDictionary<string, string>> Read(string text, string path, string? cloud)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (
                stream.Documents.Count == 0
                || Child(stream.Documents[0].RootNode, "clouds") is not YamlMappingNode clouds
            )
                return Refused($"{path} has no `clouds:` section: it is no clouds.yaml.", path);
            var names = clouds.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value!).ToArray();
            var wanted = cloud ?? (names.Length == 1 ? names[0] : null);
            if (wanted is null || Child(clouds, wanted) is not YamlMappingNode chosen)
                return Refused(
                    $"{path} has no cloud '{cloud ?? ""}': it has {string.Join(", ", names)}; "
                        + $"name one of them in the site's credentials.cloud.",
                    path
                );
            return new Reading<IReadOnlyDictionary<string, string>>.Seen(
                Variables(chosen),
                CredentialLocation.EvidenceOf(path)
            );
        }
        catch (YamlException broken)
        {
            return Refused($"{path} is no YAML (line {broken.Start.Line}): correct it there.", path);
        }
    }

    private static Dictionary<string, string> Variables(YamlMappingNode cloud)
    {
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Scalars(cloud).Concat(Scalars(Child(cloud, "auth"))))
            set[$"OS_{key.ToUpperInvariant()}"] = value;
        return set;
    }

    private static IEnumerable<(string Key, string Value)> Scalars(YamlNode? node) =>
        node is not YamlMappingNode mapping
            ? []
            : mapping
                .Children.Where(pair => pair is { Key: YamlScalarNode, Value: YamlScalarNode })
                .Select(pair => (((YamlScalarNode)pair.Key).Value!, ((YamlScalarNode)pair.Value).Value ?? ""));

    private static YamlNode? Child(YamlNode node, string name) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(name), out var child)
            ? child
            : null;

    private static Reading<IReadOnlyDictionary<string, string>> Refused(Sentence sentence, string path) =>
        CredentialLocation.Unread<IReadOnlyDictionary<string, string>>(sentence, path);
}
