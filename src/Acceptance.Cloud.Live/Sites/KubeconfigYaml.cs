using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>The fields of a kubeconfig: where they stand, and which of them are refused by name.</summary>
internal static class KubeconfigYaml
{
    private const int MostLetters = 1024 * 1024;
    private const int Deepest = 16;
    private const string Flatten = "write the data into it (kubectl config view --raw --flatten)";
    private const string Program = "give the user a token or a client certificate instead";
    private const string InAnothersName = "give it a user who may ask by itself";

    private static readonly (string Field, string Does, string WayOut)[] OfCluster =
    [
        ("certificate-authority", "names another file", Flatten),
        ("proxy-url", "goes through a proxy", "take it out: the API is asked where the site can reach it"),
    ];

    private static readonly (string Field, string Does, string WayOut)[] OfUser =
    [
        ("exec", "runs a program", Program),
        ("auth-provider", "runs a program", Program),
        ("tokenFile", "names another file", Flatten),
        ("client-certificate", "names another file", Flatten),
        ("client-key", "names another file", Flatten),
        ("as", "asks in another's name", InAnothersName),
        ("as-uid", "asks in another's name", InAnothersName),
        ("as-groups", "asks in another's name", InAnothersName),
        ("as-user-extra", "asks in another's name", InAnothersName),
    ];

    /// <summary>Why a text is not even looked at: read before anything is built of it.</summary>
    public static string? TooMuch(string text)
    {
        if (text.Length > MostLetters)
            return $"is longer than {MostLetters / 1024} KiB, which no kubeconfig is";
        var events = new Parser(new StringReader(text));
        for (var depth = 0; events.MoveNext(); )
        {
            depth += events.Current!.NestingIncrease;
            if (depth > Deepest)
                return $"nests deeper than {Deepest}, which no kubeconfig does";
            if (events.Current is AnchorAlias)
                return "holds an alias (*), which stands for what is elsewhere in it: write it out";
        }

        return null;
    }

    public static string? RefusalOfCluster(YamlMappingNode cluster) => Refusal(cluster, OfCluster);

    public static string? RefusalOfUser(YamlMappingNode user) => Refusal(user, OfUser);

    /// <summary>That of any user and cluster, whichever the current context names.</summary>
    public static string? AnyRefusal(YamlMappingNode root) =>
        All(root, "clusters", "cluster").Select(RefusalOfCluster).FirstOrDefault(wrong => wrong is not null)
        ?? All(root, "users", "user").Select(RefusalOfUser).FirstOrDefault(wrong => wrong is not null);

    public static bool IsUnverified(YamlMappingNode cluster) =>
        Text(cluster, "insecure-skip-tls-verify") is { Length: > 0 } said
        && !said.Equals("false", StringComparison.OrdinalIgnoreCase);

    public static string SkipsVerification(bool ofTheCloud) =>
        "believes whoever answers (insecure-skip-tls-verify): give it the cluster's CA (certificate-authority-data)"
        + (ofTheCloud ? "" : ", or have the site say credentials.insecureSkipTlsVerify: \"allowed\"");

    /// <summary>PEM that stands there in base64; null where there is none.</summary>
    public static string? Pem(YamlMappingNode node, string name)
    {
        if (Text(node, name) is not { Length: > 0 } data)
            return null;
        var bytes = new byte[data.Length];
        return Convert.TryFromBase64String(data, bytes, out var written)
            ? Encoding.ASCII.GetString(bytes, 0, written)
            : throw new FormatException($"holds no base64 in {name}");
    }

    public static YamlMappingNode? Named(YamlMappingNode root, string section, string name, string inner) =>
        (Child(root, section) as YamlSequenceNode)
            ?.Children.OfType<YamlMappingNode>()
            .FirstOrDefault(item => Text(item, "name") == name)
            is { } found
            ? Child(found, inner) as YamlMappingNode
            : null;

    public static string? Text(YamlMappingNode node, string name) =>
        Child(node, name) is YamlScalarNode scalar ? TextOf(scalar) : null;

    /// <summary>A scalar's text; null where it is YAML's null.</summary>
    public static string? TextOf(YamlScalarNode scalar) =>
        scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" } ? null : scalar.Value;

    // What is null or empty says nothing: Go programs write fields that they do not set.
    private static bool Says(YamlNode? field) =>
        field switch
        {
            YamlScalarNode scalar => TextOf(scalar) is { Length: > 0 },
            YamlSequenceNode list => list.Children.Count > 0,
            _ => field is not null,
        };

    private static string? Refusal(YamlMappingNode node, (string Field, string Does, string WayOut)[] fields) =>
        fields.FirstOrDefault(field => Says(Child(node, field.Field))) is { Field: not null } found
            ? $"{found.Does} ({found.Field}), and only data is read of it: {found.WayOut}"
            : null;

    private static IEnumerable<YamlMappingNode> All(YamlMappingNode root, string section, string inner) =>
        Child(root, section) is YamlSequenceNode list
            ? list.Children.OfType<YamlMappingNode>().Select(item => Child(item, inner)).OfType<YamlMappingNode>()
            : [];

    private static YamlNode? Child(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;
}
