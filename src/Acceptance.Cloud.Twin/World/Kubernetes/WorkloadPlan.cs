namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>A system workload as a chart or kubeadm installs it: its containers by name and image.</summary>
internal sealed record WorkloadPlan(
    string Namespace,
    string Name,
    IReadOnlyList<(string Name, string Image)> Containers
)
{
    public int Replicas { get; init; } = 1;

    /// <summary>Where its pods run; null: the scheduler decides.</summary>
    public string? Node { get; init; }

    public bool HostNetwork { get; init; }

    /// <summary>Tolerates every taint, as daemons of the node do.</summary>
    public bool ToleratesAll { get; init; }

    public IReadOnlyList<(string Key, string Value)> Labels { get; init; } = [];

    /// <summary>Pods are Ready at once: it has been there for days.</summary>
    public bool Settled { get; init; } = true;

    public IReadOnlyList<(string Key, string Value)> LabelsOrName =>
        Labels.Count > 0 ? Labels : [("app.kubernetes.io/name", Name)];
}
