namespace Acceptance.Cloud.Kubernetes;

/// <summary>A Service of type LoadBalancer over a deployment's pods.</summary>
public sealed record ServiceRequest(
    string Name,
    string Deployment,
    int Port,
    int TargetPort,
    IReadOnlyDictionary<string, string> Labels
);
