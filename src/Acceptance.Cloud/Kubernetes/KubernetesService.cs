namespace Acceptance.Cloud.Kubernetes;

/// <summary>A Service: its type, its load balancer addresses once it has any, its first port.</summary>
public sealed record KubernetesService(
    string Name,
    string Type,
    int Port,
    IReadOnlyList<string> LoadBalancerAddresses,
    IReadOnlyDictionary<string, string> Labels,
    string Uid
);
