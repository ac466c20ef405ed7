namespace Acceptance.Cloud.Twin.World.Kubernetes.Store;

/// <summary>
/// How an object is deleted: Background (default), Foreground or Orphan, and how long its process may take.
/// </summary>
internal sealed record Deletion
{
    public string Propagation { get; init; } = "Background";

    /// <summary>Seconds a pod gets to end; null: what the pod says (30).</summary>
    public int? GraceSeconds { get; init; }

    public string? Uid { get; init; }

    public string? ResourceVersion { get; init; }
}
