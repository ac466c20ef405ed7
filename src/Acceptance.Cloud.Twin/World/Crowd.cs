using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World;

/// <summary>A tenant whose servers and load balancers fill a scaled world up to the wanted numbers; all of it is placed, allocated and addressed as anybody's.</summary>
internal sealed class Crowd(TwinWorld world)
{
    /// <summary>A network holds this many, so that each is as cheap to address as the first.</summary>
    private const int OnANetwork = 100;

    private readonly WorldPlan _plan = world.Plan;
    private readonly Dictionary<string, NeutronNetwork> _networks = new(StringComparer.Ordinal);

    public void Gather()
    {
        // Each load balancer brings an amphora, which is a server too.
        var balancers = Math.Max(0, _plan.LoadBalancers - world.LoadBalancing.LoadBalancers.Count);
        var servers = Math.Max(0, _plan.Servers - world.Compute.Servers.Count - balancers);
        if (balancers + servers == 0)
            return;
        var tenant = world.Identity.CreateProject(
            "crowd",
            world.Identity.Domain("default"),
            "the many tenants of a large cloud, as one"
        );
        var user = world.Identity.CreateUser("crowd-ops", world.Identity.Domain("default"));
        world.Identity.Assign(user, world.Identity.Role("member"), tenant);
        for (var number = 0; number < balancers; number++)
            Balance(tenant.Id, number);
        for (var number = 0; number < servers; number++)
        {
            world.Compute.Boot(
                new ServerRequest($"crowd-{number + 1}", tenant.Id, user.Id, "gp.small")
                {
                    Image = "ubuntu-noble",
                    NetworkIds = [NetworkOf(tenant.Id, "servers", number).Id],
                    Standing = true,
                    MadeAt = _plan.TenantSetupAt.AddHours(3),
                }
            );
        }
    }

    private void Balance(string project, int number) =>
        world.LoadBalancing.Create(
            new LoadBalancerRequest(
                $"crowd-front-{number + 1}",
                project,
                world.Network.SubnetsOf(NetworkOf(project, "fronts", number).Id).First().Id
            )
            {
                Listeners = [new ListenerRequest(80, "HTTP")],
                Standing = true,
            }
        );

    private NeutronNetwork NetworkOf(string project, string kind, int number)
    {
        var name = $"crowd-{kind}-{(number / OnANetwork) + 1}";
        if (_networks.TryGetValue(name, out var known))
            return known;
        var network = world.Network.CreateNetwork(project, name);
        // A /23 each: a front takes several addresses.
        world.Network.CreateSubnet(
            new SubnetRequest(
                project,
                network.Id,
                name,
                $"10.{64 + (_networks.Count / 128)}.{_networks.Count % 128 * 2}.0/23"
            )
        );
        return _networks[name] = network;
    }
}
