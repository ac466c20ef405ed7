namespace Acceptance.Cloud.Kubernetes;

/// <summary>A condition: status "True", "False" or "Unknown".</summary>
public sealed record Condition(string Type, string Status, string Reason, string Message);
