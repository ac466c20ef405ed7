namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// The resource behind a path: group and version as one prefix ("/apis/apps/v1"), namespace ("" for none), plural,
/// name and subresource.
/// </summary>
internal sealed record ApiPath(string Prefix, string Namespace, string Plural, string? Name, string? Subresource)
{
    public string Collection =>
        Namespace.Length == 0 ? $"{Prefix}/{Plural}" : $"{Prefix}/namespaces/{Namespace}/{Plural}";

    public string Group => Prefix.StartsWith("/apis/", StringComparison.Ordinal) ? Prefix.Split('/')[2] : "";

    public static ApiPath? Parse(string path)
    {
        var parts = path.Trim('/').Split('/');
        return parts switch
        {
            ["api", var version, .. { Length: > 0 } rest] => Of($"/api/{version}", rest),
            ["apis", var group, var version, .. { Length: > 0 } rest] => Of($"/apis/{group}/{version}", rest),
            _ => null,
        };
    }

    private static ApiPath? Of(string prefix, string[] rest) =>
        rest switch
        {
            ["namespaces"] => new(prefix, "", "namespaces", null, null),
            ["namespaces", var name] => new(prefix, "", "namespaces", name, null),
            ["namespaces", var name, "finalize" or "status"] => new(prefix, "", "namespaces", name, rest[2]),
            ["namespaces", var ns, var plural] => new(prefix, ns, plural, null, null),
            ["namespaces", var ns, var plural, var name] => new(prefix, ns, plural, name, null),
            ["namespaces", var ns, var plural, var name, var sub] => new(prefix, ns, plural, name, sub),
            [var plural] => new(prefix, "", plural, null, null),
            [var plural, var name] => new(prefix, "", plural, name, null),
            [var plural, var name, var sub] => new(prefix, "", plural, name, sub),
            _ => null,
        };
}
