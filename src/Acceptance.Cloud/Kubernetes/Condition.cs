namespace Acceptance.Cloud.Kubernetes;

/// <summary>A condition of an object.</summary>
public sealed record Condition(string Type, State<ConditionStatus> Status, string Reason, string Message);
