namespace Acceptance.Cloud.Kubernetes;

/// <summary>
/// A custom object: name, labels, phase, conditions of both contracts, and whether it is being deleted.
/// </summary>
public sealed record CustomObject(
    string Name,
    IReadOnlyDictionary<string, string> Labels,
    State<ClusterApiPhase> Phase,
    IReadOnlyList<Condition> Conditions,
    bool Deleting,
    IReadOnlyList<string> Finalizers
)
{
    /// <summary>
    /// What failed last, "failureReason: failureMessage" in the controller's words; empty where nothing did. It stands
    /// beside the conditions, also without any, and an older controller does not take it back (v1beta1;
    /// deprecated.v1beta1 in v1beta2).
    /// </summary>
    public string Failure { get; init; } = "";

    /// <summary>status.ready, of the first contract; null where it is not said.</summary>
    public bool? Ready { get; init; }
}
