using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>What other tenants keep: their things are theirs, whatever state they are in.</summary>
internal static class TenantUntidiness
{
    private const string Tenant = "webshop";

    /// <summary>The tenant's server that is shut off in every world.</summary>
    private const string Parked = "backend-test";

    public static IEnumerable<Untidiness> All() =>
        [
            new("tenant-balancer", "a tenant's load balancer has no member that lives: it is ACTIVE, and reads ERROR")
            {
                Leaves = Balance,
            },
            new("tenant-servers", "a tenant's servers are paused, shelved, shut off and built nowhere")
            {
                Leaves = Park,
            },
            new("tenant-busy", "a tenant's load balancer is being changed at this moment") { Leaves = Change },
            new("same-names", "a project of the same name in another domain calls its things as the tenant does")
            {
                Leaves = world => new Namesakes(world).Make(),
            },
        ];

    private static void Balance(TwinWorld world)
    {
        var project = world.Identity.Project(Tenant).Id;
        var network = world.Network.Networks.Find($"{Tenant}-net")!;
        var server = world.Compute.Servers.Find(Parked)!;
        var balancer = world.LoadBalancing.Create(
            new LoadBalancerRequest($"{Tenant}-staging", project, world.Network.Subnets.Of(network.Id).First().Id)
            {
                Listeners =
                [
                    new ListenerRequest(80, "HTTP")
                    {
                        Members = [new MemberAddress(world.Compute.Servers.AddressOf(server)!, 8080, server.Name)],
                        MonitorType = "HTTP",
                    },
                ],
                Standing = true,
            }
        );
        void Hear() => world.LoadBalancing.LoadBalancers.Hear(balancer, _ => world.Compute.Servers.Runs(server));
        Hear();
        world.Compute.Servers.Changed += changed =>
        {
            if (changed == server)
                Hear();
        };
    }

    private static void Change(TwinWorld world)
    {
        var balancers = world.LoadBalancing.LoadBalancers;
        var front = balancers.Find($"{Tenant}-front")!;
        balancers.Set(front, ProvisioningStatus.PendingUpdate);
        world.Clock.In(TimeSpan.FromMinutes(2), () => balancers.SettleNow(front));
    }

    private static void Park(TwinWorld world)
    {
        world.Compute.Power.Pause(Boot(world, "batch"));
        world.Compute.Power.Shelve(Boot(world, "archive"));
        world.Compute.Boot(Wanted(world, "too-large") with { Standing = false, Host = "no host" });
    }

    private static NovaServer Boot(TwinWorld world, string name) => world.Compute.Boot(Wanted(world, name));

    private static ServerRequest Wanted(TwinWorld world, string name) =>
        new(name, world.Identity.Project(Tenant).Id, world.Identity.User($"{Tenant}-ops").Id, "gp.small")
        {
            Image = "ubuntu-noble",
            NetworkIds = [world.Network.Networks.Find($"{Tenant}-net")!.Id],
            Standing = true,
            MadeAt = world.Plan.TenantSetupAt.AddHours(4),
        };
}
