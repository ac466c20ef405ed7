namespace Acceptance.Cloud.Twin.World.Kubernetes.Store;

/// <summary>
/// One kind a kube-apiserver serves: its group, the served versions (the preferred one first),
/// its names and what may be done to it.
/// </summary>
internal sealed record KubeKind(string Group, string Kind, string Plural, bool Namespaced)
{
    /// <summary>
    /// Served versions, the preferred one first. A version that is not here is 404 as text, as D-042 needs it.
    /// </summary>
    public IReadOnlyList<string> Versions { get; init; } = ["v1"];

    /// <summary>The version in which objects are kept.</summary>
    public string Stored => Versions[0];

    public string Singular { get; init; } = Kind.ToLowerInvariant();

    public IReadOnlyList<string> ShortNames { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>
    /// A CustomResourceDefinition's kind: no strategic merge, no protobuf, PUT needs a resourceVersion.
    /// </summary>
    public bool Custom { get; init; }

    /// <summary>status is written through its subresource only.</summary>
    public bool HasStatus { get; init; } = true;

    public bool HasScale { get; init; }

    /// <summary>metadata.generation counts the changes of its spec.</summary>
    public bool HasGeneration
    {
        get => field || Custom;
        init;
    }

    /// <summary>From which minor version on the server warns of it, and with which words; null: it does not.</summary>
    public (int Minor, string Words)? Outdated { get; init; }

    /// <summary>Turns a stored object into another served version; null: only apiVersion differs.</summary>
    public Action<System.Text.Json.Nodes.JsonObject, string>? Convert { get; init; }

    /// <summary>Versions that draw a deprecation warning on every answer.</summary>
    public IReadOnlyList<string> Deprecated { get; init; } = [];

    /// <summary>"pods", "deployments.apps": how Status objects and details name it.</summary>
    public string QualifiedPlural => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    public string ApiVersion(string version) => Group.Length == 0 ? version : $"{Group}/{version}";

    public bool Equals(KubeKind? other) => other is not null && other.Group == Group && other.Plural == Plural;

    public override int GetHashCode() => HashCode.Combine(Group, Plural);
}
