namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Networks: the provider's, flat on a wire, and the tenants' overlays.</summary>
internal sealed class Networks : NeutronCollection<NeutronNetwork>
{
    private readonly Ground _ground;
    private readonly NeutronRows _rows;
    private int _nextSegment = 1001;

    internal Networks(Ground ground, NeutronRows rows)
        : base(rows.Networks) => (_ground, _rows) = (ground, rows);

    public NeutronNetwork External => _rows.External;

    public NeutronNetwork Create(
        string projectId,
        string name,
        bool external = false,
        string? physicalNetwork = null,
        bool shared = false,
        string description = ""
    )
    {
        if (physicalNetwork is not null && _rows.Networks.Exists(network => network.PhysicalNetwork == physicalNetwork))
            throw new RefusedException(
                Refusal.Conflict,
                $"Unable to create the flat network. Physical network {physicalNetwork} is in use.",
                "FlatNetworkInUse"
            );
        var network = new NeutronNetwork
        {
            Id = _ground.NewId(),
            ProjectId = projectId,
            Name = name,
            External = external,
            PhysicalNetwork = physicalNetwork,
            Shared = shared,
            ProviderType = physicalNetwork is null ? "geneve" : "flat",
            SegmentationId = physicalNetwork is null ? _nextSegment++ : null,
            Mtu = physicalNetwork is null ? 1442 : 1500,
            Description = description,
            CreatedAt = _ground.Now,
            UpdatedAt = _ground.Now,
        };
        _rows.Networks.Add(network);
        return network;
    }

    public void Delete(string id)
    {
        var network = NeutronRows.Required(_rows.Networks, id, "Network");
        var used = string.Join(',', _rows.Ports.Where(port => port.NetworkId == id).Select(port => port.Id));
        if (used.Length > 0)
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Unable to complete operation on network {id}. "
                    + $"There are one or more ports still in use on the network, id for these ports is: {used}.",
                "NetworkInUse"
            );
        }

        _rows.Subnets.RemoveAll(subnet => subnet.NetworkId == id);
        _rows.Networks.Remove(network);
    }
}
