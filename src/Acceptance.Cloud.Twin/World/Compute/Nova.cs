using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>
/// Nova: flavors, hypervisors and servers. A host is found through Placement; what it refuses ends in ERROR.
/// </summary>
internal sealed class Nova
{
    private readonly ServerBuilds _builds;

    public Nova(Ground ground, Neutron network, ImagesModel images, Hypervisors hypervisors, Placement placement)
    {
        var scheduler = new ServerScheduler(placement);
        Hypervisors = hypervisors;
        Flavors = new Flavors(ground);
        Keypairs = new Keypairs(ground);
        Servers = new Servers(ground, network, hypervisors);
        Quotas = new ComputeQuotas(ground.Plan, Servers);
        Power = new ServerPower(ground, network, placement, scheduler, Servers, hypervisors);
        _builds = new ServerBuilds(ground, network, images, placement, scheduler, Flavors, Servers);
    }

    public Hypervisors Hypervisors { get; }

    public Flavors Flavors { get; }

    public Keypairs Keypairs { get; }

    public ComputeQuotas Quotas { get; }

    public Servers Servers { get; }

    /// <summary>What is done to a server that stands.</summary>
    public ServerPower Power { get; }

    /// <summary>
    /// Accepts the server (BUILD). It is ACTIVE after <see cref="TwinPhysics.ServerActive"/>;
    /// when no host takes its flavor it ends in ERROR with the fault NoValidHost.
    /// </summary>
    public NovaServer Boot(ServerRequest request) => _builds.Boot(request);
}
