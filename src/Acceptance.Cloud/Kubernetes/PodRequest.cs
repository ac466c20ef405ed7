namespace Acceptance.Cloud.Kubernetes;

/// <summary>A pod to create: one container, which runs once.</summary>
public sealed record PodRequest(
    string Name,
    string Image,
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Labels
);
