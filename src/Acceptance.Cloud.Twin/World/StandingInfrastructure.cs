using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World;

/// <summary>What phases 04 to 06 left behind: networks, flavors, the key, the management server, and two other tenants at work.</summary>
internal sealed class StandingInfrastructure(TwinWorld world)
{
    private readonly WorldPlan _plan = world.Plan;

    public void Build()
    {
        foreach (var host in world.Hosts)
        {
            world.Compute.AddHost(
                new HostFacts(
                    host.Name,
                    host.MemoryMb,
                    host.Vcpus,
                    _plan.HostDiskGb,
                    () => host.ReservedHostMemoryMb,
                    () => host.PoweredOn
                )
            );
            host.PowerChanged += changed => world.Compute.HostPowerChanged(changed.Name);
        }

        var services = ProjectId("services");
        BuildFlavors();
        var external = BuildExternal();
        var management = world.Network.CreateNetwork(services, "lb-mgmt-net");
        world.Network.CreateSubnet(
            new SubnetRequest(services, management.Id, "lb-mgmt-subnetv6", "fc00:a6b2:94ee:1f08::/64")
        );
        world.OpenLoadBalancing(
            new Octavia(world, services, UserId("octavia"), management.Id) { Blip = _plan.Physics.FailoverBlip }
        );
        BuildManagement(external);
        BuildNeighbours(external);
    }

    private string ProjectId(string name) => world.Identity.Project(name).Id;

    private string UserId(string name) => world.Identity.User(name).Id;

    private void BuildFlavors()
    {
        world.Compute.CreateFlavor("charm-octavia", 1024, 1, 8, isPublic: false);
        world.Compute.CreateFlavor("gp.small", 2048, 1, 20);
        world.Compute.CreateFlavor(_plan.MasterFlavor, 8192, 2, 40);
        world.Compute.CreateFlavor("gp.large", 16384, 4, 80);
        world.Compute.CreateFlavor(_plan.WorkerFlavor, 4096, 2, 20);
    }

    private NeutronNetwork BuildExternal()
    {
        var owner = ProjectId(_plan.AdminProject);
        var external = world.Network.CreateNetwork(
            owner,
            _plan.ExternalNetwork,
            external: true,
            physicalNetwork: _plan.PhysicalNetwork
        );
        world.Network.CreateSubnet(
            new SubnetRequest(owner, external.Id, $"{_plan.ExternalNetwork}-subnet", $"{_plan.Address("4.0")}/22")
            {
                GatewayIp = _plan.Address("4.1"),
                PoolStart = _plan.Address("7.10"),
                PoolEnd = _plan.Address("7.250"),
                EnableDhcp = false,
            }
        );
        return external;
    }

    private void BuildManagement(NeutronNetwork external)
    {
        var project = ProjectId(_plan.CapiProject);
        var user = UserId(_plan.AdminUser);
        world.Compute.CreateKeypair(
            user,
            _plan.Keypair,
            $"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{world.NewHexId()} operator@{_plan.JumphostName}"
        );
        var network = Tenant(project, "capi-mgmt", "10.20.8.0/24", external);
        var group = world.Network.CreateSecurityGroup(project, "capi-sg", "management VM");
        foreach (var port in new[] { 22, _plan.KubeApiPort })
            world.Network.CreateRule(
                group,
                "ingress",
                protocol: "tcp",
                portMin: port,
                portMax: port,
                remotePrefix: "0.0.0.0/0"
            );
        var server = world.Compute.Boot(
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
        world.Network.AllocateFloatingIp(
            project,
            world.Compute.PortsOf(server).First().Id,
            description: _plan.ManagementServer,
            wanted: _plan.Address(_plan.ManagementFip)
        );
    }

    /// <summary>Others use the cloud too, so that no list holds only ours.</summary>
    private void BuildNeighbours(NeutronNetwork external)
    {
        var tenant = world.Identity.CreateProject("webshop", world.Identity.Domain("default"), "another tenant");
        var operatorOfIt = world.Identity.CreateUser("webshop-ops", world.Identity.Domain("default"));
        world.Identity.Assign(operatorOfIt, world.Identity.Role("member"), tenant);
        var (project, user) = (tenant.Id, operatorOfIt.Id);
        var network = Tenant(project, "webshop", "10.30.4.0/24", external);
        var servers = Enumerable
            .Range(1, 2)
            .Select(number =>
                world.Compute.Boot(
                    new ServerRequest($"web-{number}", project, user, "gp.small")
                    {
                        Image = "ubuntu-noble",
                        NetworkIds = [network.Id],
                        Standing = true,
                        MadeAt = _plan.TenantSetupAt.AddHours(2),
                    }
                )
            )
            .ToList();
        var parked = world.Compute.Boot(
            new ServerRequest("backend-test", project, user, "gp.small")
            {
                Image = "ubuntu-noble",
                NetworkIds = [network.Id],
                Standing = true,
                MadeAt = _plan.TenantSetupAt.AddHours(2),
            }
        );
        world.Compute.PowerOff(parked);
        var members = servers
            .Select(server => new MemberAddress(world.Compute.AddressOf(server)!, 8080, server.Name))
            .ToList();
        var balancer = world.LoadBalancing.Create(
            new LoadBalancerRequest("webshop-front", project, world.Network.SubnetsOf(network.Id).First().Id)
            {
                Listeners = [new ListenerRequest(80, "HTTP") { Members = members, MonitorType = "HTTP" }],
                Standing = true,
            }
        );
        world.Network.AllocateFloatingIp(
            project,
            balancer.VipPortId,
            description: "webshop",
            wanted: _plan.Address("7.61")
        );
    }

    private NeutronNetwork Tenant(string project, string name, string cidr, NeutronNetwork external)
    {
        var network = world.Network.CreateNetwork(project, $"{name}-net");
        var subnet = world.Network.CreateSubnet(
            new SubnetRequest(project, network.Id, $"{name}-subnet", cidr) { DnsNameservers = ["8.8.8.8"] }
        );
        var router = world.Network.CreateRouter(project, $"{name}-router", external.Id);
        world.Network.AddInterface(router, subnet.Id);
        return network;
    }
}
