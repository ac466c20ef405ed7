namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>A machine as MAAS knows it; its system_id is minted at enrolment and never reused.</summary>
public sealed class MaasNode(string systemId, string hostname, string status)
{
    public string SystemId { get; } = systemId;

    public string Hostname { get; } = hostname;

    /// <summary>Ready, Deployed, Commissioning ... (FACTS 8.6).</summary>
    public string Status { get; set; } = status;

    public string PowerState { get; set; } = "on";

    public int MemoryMb { get; init; } = 4096;

    public int Cpus { get; init; } = 2;

    public IReadOnlyList<string> Addresses { get; init; } = [];

    public string Owner { get; init; } = "admin";
}
