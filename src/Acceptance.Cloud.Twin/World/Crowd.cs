using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// A tenant whose servers and load balancers fill a scaled world up to the wanted numbers;
/// all of it is placed, allocated and addressed as anybody's.
/// </summary>
internal sealed class Crowd(Ground ground, IdentityModel identity, Infrastructure cloud)
{
    /// <summary>A network holds this many, so that each is as cheap to address as the first.</summary>
    private const int OnANetwork = 100;

    private readonly WorldPlan _plan = ground.Plan;
    private readonly Dictionary<string, NeutronNetwork> _networks = new(StringComparer.Ordinal);

    public void Gather()
    {
        // Each load balancer brings an amphora, which is a server too.
        var balancers = Math.Max(0, _plan.LoadBalancers - cloud.LoadBalancing.LoadBalancers.Count);
        var servers = Math.Max(0, _plan.Servers - cloud.Compute.Servers.Count - balancers);
        if (balancers + servers == 0)
            return;
        var tenant = identity.CreateProject(
            "crowd",
            identity.Domain("default"),
            "the many tenants of a large cloud, as one"
        );
        var user = identity.CreateUser("crowd-ops", identity.Domain("default"));
        identity.Grants.Assign(user, identity.Grants.Role("member"), tenant);
        for (var number = 0; number < balancers; number++)
            Balance(tenant.Id, number);
        for (var number = 0; number < servers; number++)
        {
            cloud.Compute.Boot(
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
        cloud.LoadBalancing.Create(
            new LoadBalancerRequest(
                $"crowd-front-{number + 1}",
                project,
                cloud.Network.Subnets.Of(NetworkOf(project, "fronts", number).Id).First().Id
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
        var network = cloud.Network.Networks.Create(project, name);
        // A /23 each: a front takes several addresses.
        cloud.Network.Subnets.Create(
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
