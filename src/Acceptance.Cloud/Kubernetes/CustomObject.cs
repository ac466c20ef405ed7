namespace Acceptance.Cloud.Kubernetes;

/// <summary>
/// A custom object: name, labels, phase, conditions (type -> status, reason, message), and whether it is being
/// deleted.
/// </summary>
public sealed record CustomObject(
    string Name,
    IReadOnlyDictionary<string, string> Labels,
    State<ClusterApiPhase> Phase,
    IReadOnlyList<Condition> Conditions,
    bool Deleting,
    IReadOnlyList<string> Finalizers
);
