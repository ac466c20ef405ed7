using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// What phases 04 to 06 left behind: the key, the management server and its network, and another tenant at work.
/// </summary>
internal sealed class StandingTenants(Ground ground, IdentityModel identity, Infrastructure cloud)
{
    private readonly WorldPlan _plan = ground.Plan;

    public void Build()
    {
        BuildManagement();
        BuildNeighbours();
    }

    private string ProjectId(string name) => identity.Project(name).Id;

    private string UserId(string name) => identity.User(name).Id;

    private void BuildManagement()
    {
        var project = ProjectId(_plan.CapiProject);
        var user = UserId(_plan.AdminUser);
        cloud.Compute.Keypairs.Create(
            user,
            _plan.Keypair,
            $"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{ground.NewHexId()} operator@{_plan.JumphostName}"
        );
        var network = Tenant(project, "capi-mgmt", "10.20.8.0/24");
        var group = cloud.Network.SecurityGroups.Create(project, "capi-sg", "management VM");
        foreach (var port in new[] { 22, _plan.KubeApiPort })
            cloud.Network.SecurityGroups.CreateRule(
                group,
                "ingress",
                protocol: "tcp",
                portMin: port,
                portMax: port,
                remotePrefix: "0.0.0.0/0"
            );
        var server = cloud.Compute.Boot(
            new ServerRequest(_plan.ManagementServer, project, user, _plan.MasterFlavor)
            {
                Image = "ubuntu-noble",
                NetworkIds = [network.Id],
                KeyName = _plan.Keypair,
                SecurityGroups = [group.Id],
                Standing = true,
                MadeAt = _plan.TenantSetupAt,
            }
        );
        cloud.Network.FloatingIps.Allocate(
            project,
            cloud.Compute.Servers.PortsOf(server).First().Id,
            description: _plan.ManagementServer,
            wanted: _plan.Address(_plan.ManagementFip)
        );
    }

    /// <summary>Others use the cloud too, so that no list holds only ours.</summary>
    private void BuildNeighbours()
    {
        var tenant = identity.CreateProject("webshop", identity.Domain("default"), "another tenant");
        var operatorOfIt = identity.CreateUser("webshop-ops", identity.Domain("default"));
        identity.Grants.Assign(operatorOfIt, identity.Grants.Role("member"), tenant);
        var (project, user) = (tenant.Id, operatorOfIt.Id);
        var network = Tenant(project, "webshop", "10.30.4.0/24");
        NovaServer Boot(string name) =>
            cloud.Compute.Boot(
                new ServerRequest(name, project, user, "gp.small")
                {
                    Image = "ubuntu-noble",
                    NetworkIds = [network.Id],
                    Standing = true,
                    MadeAt = _plan.TenantSetupAt.AddHours(2),
                }
            );
        var servers = Enumerable.Range(1, 2).Select(number => Boot($"web-{number}")).ToList();
        var parked = Boot("backend-test");
        cloud.Compute.Power.PowerOff(parked);
        Balance(project, network, servers);
    }

    private void Balance(string project, NeutronNetwork network, IReadOnlyList<NovaServer> servers)
    {
        var members = servers
            .Select(server => new MemberAddress(cloud.Compute.Servers.AddressOf(server)!, 8080, server.Name))
            .ToList();
        var balancer = cloud.LoadBalancing.Create(
            new LoadBalancerRequest("webshop-front", project, cloud.Network.Subnets.Of(network.Id).First().Id)
            {
                Listeners = [new ListenerRequest(80, "HTTP") { Members = members, MonitorType = "HTTP" }],
                Standing = true,
            }
        );
        cloud.Network.FloatingIps.Allocate(
            project,
            balancer.VipPortId,
            description: "webshop",
            wanted: _plan.Address("7.61")
        );
    }

    private NeutronNetwork Tenant(string project, string name, string cidr)
    {
        var network = cloud.Network.Networks.Create(project, $"{name}-net");
        var subnet = cloud.Network.Subnets.Create(
            new SubnetRequest(project, network.Id, $"{name}-subnet", cidr) { DnsNameservers = ["8.8.8.8"] }
        );
        var router = cloud.Network.Routers.Create(project, $"{name}-router", cloud.Network.Networks.External.Id);
        cloud.Network.Routers.AddInterface(router, subnet.Id);
        return network;
    }
}
