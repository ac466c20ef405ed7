namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>What a node says of itself when it joins.</summary>
internal sealed record NodePlan(string Name, string Address)
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    public required string Version { get; init; }

    public string OsImage { get; init; } = "Ubuntu 22.04.5 LTS";

    public string Kernel { get; init; } = "5.15.0-144-generic";

    public string Runtime { get; init; } = "containerd://1.7.27";

    public int Cpus { get; init; } = 2;

    public int MemoryKi { get; init; } = 4013908;

    public string? InstanceType { get; init; }

    /// <summary>The Nova server's id.</summary>
    public string? ServerId { get; init; }

    public string? PodCidr { get; init; }

    /// <summary>"key:Effect" each.</summary>
    public IReadOnlyList<string> Taints { get; init; } = [];

    public IReadOnlyList<(string Key, string Value)> Annotations { get; init; } = [];

    public bool Ready { get; init; } = true;
}
