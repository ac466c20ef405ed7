namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>A server. Changed only by <see cref="Nova"/>.</summary>
internal sealed class NovaServer
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string ProjectId { get; init; }

    public required string UserId { get; init; }

    public required NovaFlavor Flavor { get; init; }

    /// <summary>The image's id; null when there is none.</summary>
    public string? ImageId { get; init; }

    public string? ImageName { get; init; }

    public string? KeyName { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = [];

    public List<string> Tags { get; init; } = [];

    public string? UserData { get; init; }

    /// <summary>libvirt's name of the domain: instance-0000002a.</summary>
    public required string InstanceName { get; init; }

    public ServerStatus Status { get; internal set; } = ServerStatus.Build;

    /// <summary>scheduling, spawning, powering-off, ... or null.</summary>
    public string? TaskState { get; internal set; } = "scheduling";

    /// <summary>The hypervisor it is on; null before it is scheduled and when no host took it.</summary>
    public string? Host { get; internal set; }

    public ServerFault? Fault { get; internal set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; internal set; }

    public DateTimeOffset? LaunchedAt { get; internal set; }

    /// <summary>When the guest last began to boot; null while it does not run.</summary>
    public DateTimeOffset? BootedAt { get; internal set; }

    public List<ServerAction> Actions { get; } = [];

    /// <summary>Ports that came with the server and go with it.</summary>
    internal List<string> OwnPorts { get; } = [];

    internal IReadOnlyList<string> Groups { get; init; } = [];

    public string StatusWord =>
        Status switch
        {
            ServerStatus.HardReboot => "HARD_REBOOT",
            ServerStatus.ShelvedOffloaded => "SHELVED_OFFLOADED",
            _ => Status.ToString().ToUpperInvariant(),
        };

    public string VmState =>
        Status switch
        {
            ServerStatus.Build => "building",
            ServerStatus.Shutoff => "stopped",
            ServerStatus.ShelvedOffloaded => "shelved_offloaded",
            ServerStatus.Reboot or ServerStatus.HardReboot => "active",
            _ => Status.ToString().ToLowerInvariant(),
        };

    /// <summary>0 none, 1 running, 3 paused, 4 shut down.</summary>
    public int PowerState =>
        Status switch
        {
            ServerStatus.Active or ServerStatus.Reboot or ServerStatus.HardReboot => 1,
            ServerStatus.Paused => 3,
            ServerStatus.Shutoff or ServerStatus.ShelvedOffloaded => 4,
            _ => 0,
        };
}
