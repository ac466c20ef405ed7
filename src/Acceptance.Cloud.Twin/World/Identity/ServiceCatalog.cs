namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>
/// The catalog: public URLs at the VIPs; internal and admin ones in spaces where nobody answers the jumphost (D-020).
/// </summary>
internal sealed class ServiceCatalog
{
    private static readonly CatalogedService[] Catalogued =
    [
        new("keystone", "keystone", "identity", "/v3", "Keystone Identity Service"),
        new("barbican", "barbican", "key-manager", "", "Barbican"),
        new("cinder", "cinderv3", "volumev3", "/v3/$(tenant_id)s", "Cinder Volume Service v3"),
        new("glance", "glance", "image", "", "Glance Image Service"),
        new("magnum", "magnum", "container-infra", "/v1", "Container Infrastructure Management Service"),
        new("neutron", "neutron", "network", "", "Neutron Networking Service"),
        new("nova", "nova", "compute", "/v2.1", "Nova Compute Service"),
        new("octavia", "octavia", "load-balancer", "", "Octavia Load Balancing Service"),
        new("placement", "placement", "placement", "", "Placement Service"),
    ];

    private static readonly CatalogedService ObjectGateway = new(
        WorldPlan.ObjectGateway,
        "swift",
        "object-store",
        "/swift/v1/AUTH_$(project_id)s",
        "Swift Object Storage Service"
    );

    private readonly Ground _ground;

    public ServiceCatalog(Ground ground)
    {
        _ground = ground;
        var plan = ground.Plan;
        var gateway = plan.ObjectStore ? [ObjectGateway] : (IEnumerable<CatalogedService>)[];
        foreach (var (vip, name, type, path, description) in Catalogued.Concat(gateway))
        {
            var host = plan.Vips[vip].Split('.')[1];
            var service = new KeystoneService
            {
                Id = _ground.NewHexId(),
                Name = name,
                Type = type,
                Description = description,
            };
            var port = plan.Ports[vip];
            service.Endpoints.Add(
                Endpoint("admin", $"https://{plan.Address("8." + host)}:{(vip == "keystone" ? 35357 : port)}{path}")
            );
            service.Endpoints.Add(Endpoint("internal", $"https://{plan.Address("12." + host)}:{port}{path}"));
            service.Endpoints.Add(
                Endpoint("public", $"https://{plan.Vip(vip)}:{_ground.Listeners.Actual(port)}{path}")
            );
            Services.Add(service);
        }

        // A unit's address over plain HTTP, in a space without a route from the jumphost: no core API (DOCFIX-039).
        var streams = $"http://{plan.Address(plan.SimplestreamsUnit)}:80/swift/simplestreams/data";
        var sync = Register("image-stream", "product-streams", streams);
        foreach (var face in (string[])["internal", "admin"])
            sync.Endpoints.Add(Endpoint(face, streams));
    }

    public List<KeystoneService> Services { get; } = [];

    /// <summary>
    /// Adds a service with a public endpoint only (a DNS service that contradicts the waiver of D-011.8, say).
    /// </summary>
    public KeystoneService Register(string name, string type, string publicUrl)
    {
        var service = new KeystoneService
        {
            Id = _ground.NewHexId(),
            Name = name,
            Type = type,
        };
        service.Endpoints.Add(Endpoint("public", publicUrl));
        Services.Add(service);
        return service;
    }

    private KeystoneEndpoint Endpoint(string face, string url) =>
        new()
        {
            Id = _ground.NewHexId(),
            Interface = face,
            Url = url,
            Region = _ground.Plan.Region,
        };

    private sealed record CatalogedService(string Vip, string Name, string Type, string Path, string Description);
}
