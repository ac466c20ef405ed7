namespace Acceptance.Cloud.Kubernetes;

/// <summary>A deployment to create: one container.</summary>
public sealed record DeploymentRequest(
    string Name,
    string Image,
    IReadOnlyList<string> Command,
    int Replicas,
    IReadOnlyDictionary<string, string> Labels
);
