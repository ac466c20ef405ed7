namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// A Magnum cluster template, the fields that phase-08 creates it with. Image is as Magnum stores it: a name or an
/// id.
/// </summary>
public sealed record ClusterTemplate(
    string Uuid,
    string Name,
    string Coe,
    string Image,
    string ExternalNetwork,
    string MasterFlavor,
    string WorkerFlavor,
    bool MasterLb,
    bool FloatingIp,
    string? NetworkDriver,
    string? DnsNameserver,
    string? DockerStorageDriver,
    IReadOnlyDictionary<string, string> Labels
);
