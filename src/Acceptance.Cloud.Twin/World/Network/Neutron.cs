namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Neutron's rules. A refusal is a <see cref="RefusedException"/> with Neutron's own type and words (captures).</summary>
public sealed partial class Neutron(TwinWorld world)
{
    private readonly List<NeutronNetwork> _networks = [];
    private readonly List<NeutronSubnet> _subnets = [];
    private readonly List<NeutronPort> _ports = [];
    private readonly List<NeutronRouter> _routers = [];
    private readonly List<FloatingIp> _floatingIps = [];
    private readonly List<SecurityGroup> _securityGroups = [];
    private int _nextSegment = 1001;

    public IReadOnlyList<NeutronNetwork> Networks => _networks;

    public IReadOnlyList<NeutronSubnet> Subnets => _subnets;

    public IReadOnlyList<NeutronPort> Ports => _ports;

    public IReadOnlyList<NeutronRouter> Routers => _routers;

    public IReadOnlyList<FloatingIp> FloatingIps => _floatingIps;

    public IReadOnlyList<SecurityGroup> SecurityGroups => _securityGroups;

    /// <summary>A floating IP was allocated, bound, unbound or released.</summary>
    public event Action<FloatingIp>? FloatingIpChanged;

    public NeutronNetwork External => _networks.First(network => network.External);

    public NeutronNetwork? Network(string nameOrId) => Find(_networks, nameOrId);

    public NeutronSubnet? Subnet(string nameOrId) => Find(_subnets, nameOrId);

    public NeutronPort? Port(string nameOrId) => Find(_ports, nameOrId);

    public NeutronRouter? Router(string nameOrId) => Find(_routers, nameOrId);

    public SecurityGroup? SecurityGroup(string nameOrId) => Find(_securityGroups, nameOrId);

    /// <summary>By id or by address.</summary>
    public FloatingIp? FloatingIp(string idOrAddress) =>
        _floatingIps.Find(ip => ip.Id == idOrAddress || ip.Address == idOrAddress);

    /// <summary>The floating IP bound to a port.</summary>
    public FloatingIp? FloatingIpOf(string portId) => _floatingIps.Find(ip => ip.PortId == portId);

    public IEnumerable<NeutronSubnet> SubnetsOf(string networkId) =>
        _subnets.Where(subnet => subnet.NetworkId == networkId);

    public NeutronNetwork CreateNetwork(
        string projectId,
        string name,
        bool external = false,
        string? physicalNetwork = null,
        bool shared = false,
        string description = ""
    )
    {
        if (physicalNetwork is not null && _networks.Exists(network => network.PhysicalNetwork == physicalNetwork))
            throw new RefusedException(
                Refusal.Conflict,
                $"Unable to create the flat network. Physical network {physicalNetwork} is in use.",
                "FlatNetworkInUse"
            );
        var network = new NeutronNetwork
        {
            Id = world.NewId(),
            ProjectId = projectId,
            Name = name,
            External = external,
            PhysicalNetwork = physicalNetwork,
            Shared = shared,
            ProviderType = physicalNetwork is null ? "geneve" : "flat",
            SegmentationId = physicalNetwork is null ? _nextSegment++ : null,
            Mtu = physicalNetwork is null ? 1442 : 1500,
            Description = description,
            CreatedAt = world.Now,
            UpdatedAt = world.Now,
        };
        _networks.Add(network);
        return network;
    }

    public NeutronSubnet CreateSubnet(SubnetRequest request)
    {
        var network = Required(_networks, request.NetworkId, "Network");
        foreach (var other in SubnetsOf(network.Id))
        {
            if (!AddressBook.Overlap(other.Cidr, request.Cidr))
                continue;
            throw new RefusedException(
                Refusal.Invalid,
                $"Invalid input for operation: Requested subnet with cidr: {request.Cidr} for network: {network.Id} overlaps with another subnet.",
                "InvalidInput"
            );
        }

        var v6 = request.Cidr.Contains(':', StringComparison.Ordinal);
        var (first, last) = v6 ? (request.Cidr, request.Cidr) : AddressBook.Hosts(request.Cidr);
        var gateway = request.NoGateway ? null : request.GatewayIp ?? (v6 ? null : first);
        var subnet = new NeutronSubnet
        {
            Id = world.NewId(),
            ProjectId = request.ProjectId,
            Name = request.Name,
            NetworkId = network.Id,
            Cidr = request.Cidr,
            GatewayIp = gateway,
            PoolStart =
                request.PoolStart ?? (v6 || gateway != first ? first : AddressBook.Text(AddressBook.Number(first) + 1)),
            PoolEnd = request.PoolEnd ?? last,
            DnsNameservers = [.. request.DnsNameservers],
            EnableDhcp = request.EnableDhcp,
            Description = request.Description,
            CreatedAt = world.Now,
            UpdatedAt = world.Now,
            Revision = 0,
        };
        _subnets.Add(subnet);
        network.Touch(world.Now);
        return subnet;
    }

    public void DeleteNetwork(string id)
    {
        var network = Required(_networks, id, "Network");
        var used = string.Join(',', _ports.Where(port => port.NetworkId == id).Select(port => port.Id));
        if (used.Length > 0)
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Unable to complete operation on network {id}. There are one or more ports still in use on the network, id for these ports is: {used}.",
                "NetworkInUse"
            );
        }

        _subnets.RemoveAll(subnet => subnet.NetworkId == id);
        _networks.Remove(network);
    }

    public void DeleteSubnet(string id)
    {
        var subnet = Required(_subnets, id, "Subnet");
        if (_ports.Exists(port => port.FixedIps.Any(ip => ip.SubnetId == id)))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Unable to complete operation on subnet {id}: One or more ports have an IP allocation from this subnet.",
                "SubnetInUse"
            );
        }

        _subnets.Remove(subnet);
        Network(subnet.NetworkId)?.Touch(world.Now);
    }

    private static T? Find<T>(List<T> all, string nameOrId)
        where T : NeutronResource => all.Find(one => one.Id == nameOrId) ?? all.Find(one => one.Name == nameOrId);

    private static T Required<T>(List<T> all, string id, string word)
        where T : NeutronResource =>
        all.Find(one => one.Id == id)
        ?? throw new RefusedException(Refusal.NotFound, NotFound(word, id), $"{word}NotFound");

    // Neutron ends some of these with a full stop and some without.
    private static string NotFound(string word, string id) =>
        word switch
        {
            "FloatingIP" => $"Floating IP {id} could not be found",
            "Router" => $"Router {id} could not be found",
            "SecurityGroup" => $"Security group {id} does not exist",
            "SecurityGroupRule" => $"Security group rule {id} does not exist",
            _ => $"{word} {id} could not be found.",
        };
}
