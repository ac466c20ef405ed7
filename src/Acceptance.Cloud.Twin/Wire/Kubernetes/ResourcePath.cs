namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>A path under /api/v1 or /apis/GROUP/VERSION, taken apart.</summary>
internal sealed record ResourcePath(
    string Group,
    string Version,
    string? Namespace,
    string Plural,
    string? Name,
    string? Subresource
)
{
    /// <summary>Null: the path names no resource.</summary>
    public static ResourcePath? Parse(string path)
    {
        if (path.Contains("//", StringComparison.Ordinal))
            return null;
        var parts = path.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        return parts switch
        {
            ["api", "v1", .. { Length: > 0 } rest] => Rest("", "v1", rest),
            ["apis", var group, var version, .. { Length: > 0 } rest] => Rest(group, version, rest),
            _ => null,
        };
    }

    private static ResourcePath? Rest(string group, string version, string[] rest) =>
        rest switch
        {
            ["namespaces"] => new ResourcePath(group, version, null, "namespaces", null, null),
            ["namespaces", var name] => new ResourcePath(group, version, null, "namespaces", name, null),
            ["namespaces", var name, "status" or "finalize"] when group.Length == 0 => new ResourcePath(
                group,
                version,
                null,
                "namespaces",
                name,
                rest[2]
            ),
            ["namespaces", var ns, var plural] => new ResourcePath(group, version, ns, plural, null, null),
            ["namespaces", var ns, var plural, var name] => new ResourcePath(group, version, ns, plural, name, null),
            ["namespaces", var ns, var plural, var name, var sub] => new ResourcePath(
                group,
                version,
                ns,
                plural,
                name,
                sub
            ),
            [var plural] => new ResourcePath(group, version, null, plural, null, null),
            [var plural, var name] => new ResourcePath(group, version, null, plural, name, null),
            [var plural, var name, var sub] => new ResourcePath(group, version, null, plural, name, sub),
            _ => null,
        };
}
