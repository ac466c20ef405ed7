namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>
/// What Neutron's database holds: its rows, and which belong together.
/// What may be done with them, the collections know.
/// </summary>
internal sealed class NeutronRows
{
    private readonly Dictionary<string, List<NeutronPort>> _byDevice = new(StringComparer.Ordinal);

    public List<NeutronNetwork> Networks { get; } = [];

    public List<NeutronSubnet> Subnets { get; } = [];

    public List<NeutronPort> Ports { get; } = [];

    public List<NeutronRouter> Routers { get; } = [];

    public List<FloatingIp> FloatingIps { get; } = [];

    public List<SecurityGroup> SecurityGroups { get; } = [];

    public NeutronNetwork External => Networks.First(network => network.External);

    public IEnumerable<NeutronSubnet> SubnetsOf(string networkId) =>
        Subnets.Where(subnet => subnet.NetworkId == networkId);

    public IReadOnlyList<NeutronPort> PortsOf(string deviceId) =>
        _byDevice.TryGetValue(deviceId, out var ports) ? ports : [];

    public IEnumerable<NeutronPort> InterfacesOf(string routerId) =>
        PortsOf(routerId).Where(port => port.DeviceOwner == "network:router_interface");

    /// <summary>The port is that device's from now on; nobody's with an empty id.</summary>
    public void Own(NeutronPort port, string deviceId)
    {
        if (port.DeviceId.Length > 0 && _byDevice.TryGetValue(port.DeviceId, out var before))
            before.Remove(port);
        port.DeviceId = deviceId;
        if (deviceId.Length == 0)
            return;
        if (!_byDevice.TryGetValue(deviceId, out var ports))
            ports = _byDevice[deviceId] = [];
        ports.Add(port);
    }

    public static T? Find<T>(List<T> all, string nameOrId)
        where T : NeutronResource => all.Find(one => one.Id == nameOrId) ?? all.Find(one => one.Name == nameOrId);

    /// <summary>By id; without one, refused in Neutron's words.</summary>
    public static T Required<T>(List<T> all, string id, string word)
        where T : NeutronResource =>
        all.Find(one => one.Id == id)
        ?? throw new RefusedException(Refusal.NotFound, NotFound(word, id), $"{word}NotFound");

    // Neutron ends some of these with a full stop and some without.
    public static string NotFound(string word, string id) =>
        word switch
        {
            "FloatingIP" => $"Floating IP {id} could not be found",
            "Router" => $"Router {id} could not be found",
            "SecurityGroup" => $"Security group {id} does not exist",
            "SecurityGroupRule" => $"Security group rule {id} does not exist",
            _ => $"{word} {id} could not be found.",
        };
}
