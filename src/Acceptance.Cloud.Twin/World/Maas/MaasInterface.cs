namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>An interface of a machine in MAAS: a NIC, or a bridge or VLAN on others.</summary>
internal sealed class MaasInterface(int id, string name, string type)
{
    public int Id { get; } = id;

    public string Name { get; set; } = name;

    /// <summary>"physical", "bridge", "vlan".</summary>
    public string Type { get; } = type;

    public string Mac { get; init; } = "";

    /// <summary>"ovs" or "standard" of a bridge; null otherwise.</summary>
    public string? BridgeType { get; init; }

    /// <summary>The VLAN that it is on, by its id.</summary>
    public int? Vlan { get; set; }

    public IReadOnlyList<MaasInterface> Parents { get; init; } = [];

    public List<MaasLink> Links { get; } = [];
}
