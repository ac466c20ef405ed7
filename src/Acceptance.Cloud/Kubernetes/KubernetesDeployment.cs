namespace Acceptance.Cloud.Kubernetes;

/// <summary>A deployment: wanted and ready replicas.</summary>
public sealed record KubernetesDeployment(
    string Name,
    int Wanted,
    int Ready,
    IReadOnlyDictionary<string, string> Labels
);
