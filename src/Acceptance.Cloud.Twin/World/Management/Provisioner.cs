using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Network;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// What Cluster API and CAPO do for one cluster in OpenStack: network, router, security groups,
/// the API's load balancer and floating IP, machines; and all of it back again.
/// It acts with the credential that Magnum minted: what that may not, it may not (D-039).
/// </summary>
internal sealed class Provisioner(
    WorldPlan plan,
    Infrastructure cloud,
    IdentityModel identity,
    MagnumCluster cluster,
    ClusterStack stack,
    bool standing
)
{
    private string Prefix => $"k8s-clusterapi-cluster-{cluster.Namespace}-{cluster.StackId}";

    private string Description =>
        $"Created by cluster-api-provider-openstack cluster {cluster.Namespace}-{cluster.StackId}";

    public bool MakeNetwork()
    {
        if (stack.Network is not null)
            return true;
        var cidr = cluster.Labels.GetValueOrDefault("fixed_subnet_cidr") ?? "10.0.0.0/24";
        stack.Network = cloud.Network.Networks.Create(cluster.ProjectId, Prefix);
        stack.Network.Description = Description;
        stack.Subnet = cloud.Network.Subnets.Create(
            new SubnetRequest(cluster.ProjectId, stack.Network.Id, Prefix, cidr)
            {
                DnsNameservers = cluster.Template.DnsNameserver is { } dns ? [dns] : [],
                Description = Description,
            }
        );
        var external =
            cloud.Network.Networks.Find(cluster.Template.ExternalNetworkId ?? "") ?? cloud.Network.Networks.External;
        stack.Router = cloud.Network.Routers.Create(cluster.ProjectId, Prefix, external.Id, Description);
        cloud.Network.Routers.AddInterface(stack.Router, stack.Subnet.Id);
        foreach (var role in (string[])["controlplane", "worker"])
            stack.SecurityGroups.Add(
                cloud.Network.SecurityGroups.Create(
                    cluster.ProjectId,
                    $"k8s-cluster-{cluster.Namespace}-{cluster.StackId}-secgroup-{role}",
                    Description
                )
            );
        return true;
    }

    public bool MakeApiBalancer()
    {
        if (stack.ApiBalancer is not null)
            return true;
        if (!MayBalance($"{Prefix}-kubeapi"))
            return false;
        stack.ApiBalancer = cloud.LoadBalancing.Create(
            new LoadBalancerRequest($"{Prefix}-kubeapi", cluster.ProjectId, stack.Subnet!.Id)
            {
                Id = standing ? plan.ApiLoadBalancerId : null,
                Description = Description,
                Standing = standing,
                Listeners =
                [
                    new ListenerRequest(plan.KubeApiPort)
                    {
                        Name = $"{Prefix}-kubeapi-{plan.KubeApiPort}",
                        MonitorType = "TCP",
                    },
                ],
            }
        );
        return true;
    }

    /// <summary>Waits for the load balancer as CAPO does, then gives it its floating IP.</summary>
    public bool MakeApiAddress()
    {
        if (stack.ApiAddress is not null)
            return true;
        if (stack.ApiBalancer!.Provisioning != ProvisioningStatus.Active)
        {
            stack.Trouble = stack.ApiBalancer.Provisioning == ProvisioningStatus.Error ? NotActive() : null;
            return false;
        }

        stack.Trouble = null;
        stack.ApiAddress = cloud.Network.FloatingIps.Allocate(
            cluster.ProjectId,
            stack.ApiBalancer.VipPortId,
            description: Description
        );
        stack.InfrastructureReady = true;
        return true;
    }

    public NovaServer Boot(string suffix, bool controlPlane)
    {
        var server = cloud.Compute.Boot(
            new ServerRequest(
                $"{cluster.StackId}-{(controlPlane ? "control-plane" : "default-worker")}-{suffix}",
                cluster.ProjectId,
                cluster.UserId,
                controlPlane ? cluster.MasterFlavorId : cluster.FlavorId
            )
            {
                Image = cluster.Template.ImageId,
                NetworkIds = [stack.Network!.Id],
                KeyName = cluster.Keypair,
                Standing = standing,
                MadeAt = standing ? plan.TenantSetupAt.AddHours(3) : null,
                SecurityGroups = [stack.SecurityGroups[controlPlane ? 0 : 1].Id],
                Tags = [$"cluster-api-provider-openstack", cluster.StackId],
            }
        );
        (controlPlane ? stack.ControlPlanes : stack.Workers).Add(server);
        return server;
    }

    public static bool Active(NovaServer server) => server.Status == ServerStatus.Active;

    /// <summary>Puts the control plane behind the load balancer; false while the balancer takes no change.</summary>
    public bool JoinBalancer()
    {
        if (stack.ApiBalancer!.Provisioning != ProvisioningStatus.Active)
            return false;
        cloud.LoadBalancing.Parts.SetMembers(
            stack.ApiBalancer,
            [
                .. stack.ControlPlanes.Select(server => new MemberAddress(
                    cloud.Compute.Servers.AddressOf(server)!,
                    plan.KubeApiPort,
                    server.Name
                )),
            ]
        );
        if (standing)
            cloud.LoadBalancing.LoadBalancers.SettleNow(stack.ApiBalancer);
        return true;
    }

    /// <summary>CAPO's own look every ten minutes: the load balancer's state is the cluster's.</summary>
    public void Resync()
    {
        if (stack.ApiBalancer is null || !stack.InfrastructureReady)
            return;
        if (!MayBalance(stack.ApiBalancer.Name))
            return;
        stack.Trouble =
            cloud.LoadBalancing.LoadBalancers.Find(stack.ApiBalancer.Id)?.Provisioning == ProvisioningStatus.Active
                ? null
                : NotActive();
    }

    public void DeleteServers(List<NovaServer> servers)
    {
        foreach (var server in servers)
            cloud.Compute.Power.Delete(server);
    }

    public bool Gone(List<NovaServer> servers) =>
        servers.TrueForAll(server => cloud.Compute.Servers.Find(server.Id) is null);

    /// <summary>Floating IP and load balancer; false until they are gone, or while Octavia refuses.</summary>
    public bool DeleteBalancer()
    {
        // CAPO asks for it by name before it knows whether there is one.
        if (!MayBalance($"{Prefix}-kubeapi"))
            return false;
        if (
            stack.ApiBalancer is null
            || cloud.LoadBalancing.LoadBalancers.Find(stack.ApiBalancer.Id) is not { } balancer
        )
            return true;
        if (stack.ApiAddress is { } address && cloud.Network.FloatingIps.Find(address.Id) is not null)
            cloud.Network.FloatingIps.Release(address.Id);
        if (balancer.Provisioning is ProvisioningStatus.Active or ProvisioningStatus.Error)
            cloud.LoadBalancing.Delete(balancer, cascade: true);
        return false;
    }

    public bool DeleteNetwork()
    {
        if (stack.Network is not { } network || cloud.Network.Networks.Find(network.Id) is null)
            return true;
        if (cloud.LoadBalancing.LoadBalancers.Any(other => other.VipNetworkId == network.Id))
            return false;
        if (stack.Router is { } router && cloud.Network.Routers.Find(router.Id) is not null)
        {
            if (cloud.Network.Routers.InterfacesOf(router.Id).Any())
                cloud.Network.Routers.RemoveInterface(router, stack.Subnet!.Id);
            cloud.Network.Routers.Delete(router.Id);
        }

        if (cloud.Network.Ports.Any(port => port.NetworkId == network.Id))
            return false;
        cloud.Network.Networks.Delete(network.Id);
        foreach (
            var group in stack.SecurityGroups.Where(group => cloud.Network.SecurityGroups.Find(group.Id) is not null)
        )
            cloud.Network.SecurityGroups.Delete(group.Id);
        return true;
    }

    private bool MayBalance(string balancer)
    {
        if (OctaviaPolicy.Refusal(plan, identity, stack.Credential, balancer) is not { } refusal)
            return true;
        stack.Trouble = $"failed to reconcile load balancer: {refusal}";
        return false;
    }

    private string NotActive() =>
        "failed to reconcile load balancer: "
        + $"load balancer \"{stack.ApiBalancer!.Name}\" with id {stack.ApiBalancer.Id} "
        + "is not active after timeout: timed out waiting for the condition";
}
