namespace Acceptance.Cloud.Kubernetes;

/// <summary>A pod with its containers (init containers that finished are not among them).</summary>
public sealed record Pod(
    string Namespace,
    string Name,
    State<PodPhase> Phase,
    string? Node,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<Container> Containers
);
