namespace Acceptance.Cloud.OpenStack;

/// <summary>A template to create (phase-08 8.0); server type vm.</summary>
public sealed record ClusterTemplateRequest(
    string Name,
    string Coe,
    string Image,
    string ExternalNetwork,
    string MasterFlavor,
    string WorkerFlavor,
    bool MasterLb,
    bool FloatingIp,
    string NetworkDriver,
    string DnsNameserver,
    string DockerStorageDriver,
    IReadOnlyDictionary<string, string> Labels
);
