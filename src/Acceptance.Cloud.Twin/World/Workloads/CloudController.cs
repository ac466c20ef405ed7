using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Controllers;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>
/// The OpenStack cloud controller manager: a Service of type LoadBalancer gets an Octavia load balancer with the nodes
/// as members, then a floating IP; its finalizer holds the Service until both are gone again.
/// </summary>
internal sealed class CloudController
{
    private const string Finalizer = "service.kubernetes.io/load-balancer-cleanup";
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryRefused = TimeSpan.FromSeconds(40);
    private readonly Ground _ground;
    private readonly IdentityModel _identity;
    private readonly Infrastructure _cloud;
    private readonly WorkloadCluster _cluster;
    private readonly Dictionary<string, ServiceBalancer> _made = [];
    private readonly Dictionary<string, DateTimeOffset> _refusedUntil = [];
    private readonly ObjectEvents _events;
    private bool _due;

    internal CloudController(Ground ground, IdentityModel identity, Infrastructure cloud, WorkloadCluster cluster)
    {
        (_ground, _identity, _cloud, _cluster) = (ground, identity, cloud, cluster);
        _events = new ObjectEvents(ground, cluster.Kube, "service-controller");
    }

    /// <summary>The load balancers of this cluster's Services.</summary>
    public IReadOnlyCollection<ServiceBalancer> Balancers => _made.Values;

    private ObjectStore Store => _cluster.Kube.Store;

    /// <summary>Its pod is Ready; one that crashes serves no Service.</summary>
    public bool Works =>
        Store
            .List(KubeKinds.Pod, "openstack-system")
            .Any(pod =>
                pod.Name.StartsWith("openstack-cloud-controller-manager", StringComparison.Ordinal)
                && pod.Condition("Ready") == "True"
            );

    internal void Reconcile()
    {
        if (!Works)
            return;
        foreach (var service in Store.List(KubeKinds.Service).ToArray())
        {
            if (service.Deleting)
                Remove(service);
            else if ((string?)service.Spec["type"] == "LoadBalancer")
                Provide(service);
        }
    }

    /// <summary>The janitor's sweep when the whole cluster goes.</summary>
    internal void RemoveAll()
    {
        foreach (
            var made in _made
                .Values.Where(made =>
                    OctaviaPolicy.Refusal(_ground.Plan, _identity, _cluster.Stack.Credential, made.BalancerId) is null
                )
                .ToArray()
        )
        {
            Close(made);
            if (
                _cloud.LoadBalancing.LoadBalancers.Find(made.BalancerId) is
                { Provisioning: ProvisioningStatus.Active or ProvisioningStatus.Error } balancer
            )
                _cloud.LoadBalancing.Delete(balancer, cascade: true);
        }
    }

    private void Provide(KubeObject service)
    {
        if (_cluster.Stack.Subnet is not { } subnet)
            return;
        if (!service.Finalizers.Contains(Finalizer))
            service = Store.Change(service, AddFinalizer);
        if (!_made.TryGetValue(service.Uid, out var made))
        {
            if (Refused(service, "failed to ensure load balancer"))
                return;
            made = Create(service, subnet.Id);
        }

        if (_cloud.LoadBalancing.LoadBalancers.Find(made.BalancerId) is not { } balancer)
            return;
        if (balancer.Provisioning != ProvisioningStatus.Active)
        {
            Again(Retry);
            return;
        }

        if (KeepMembers(service, balancer) || made.Address is not null)
            return;
        var ip = _cloud.Network.FloatingIps.Allocate(
            _cluster.Magnum.ProjectId,
            balancer.VipPortId,
            description: $"Floating IP for {DescriptionOf(service)}"
        );
        (made.FloatingIpId, made.Address) = (ip.Id, ip.Address);
        foreach (var port in made.Ports)
            _ground.Provider.Open(ip.Address, port, $"service:{made.BalancerId}");
        Store.Change(
            service,
            body =>
                body["status"] = new JsonObject
                {
                    ["loadBalancer"] = new JsonObject
                    {
                        ["ingress"] = new JsonArray(new JsonObject { ["ip"] = ip.Address, ["ipMode"] = "VIP" }),
                    },
                }
        );
    }

    /// <summary>
    /// Nodes come and go: one listener's members are put right at a time,
    /// and the next once the balancer takes changes again.
    /// </summary>
    private bool KeepMembers(KubeObject service, OctaviaLoadBalancer balancer)
    {
        var nodes = Nodes().ToArray();
        foreach (var port in Ports(service))
        {
            var listener = balancer.Listeners.Find(one => one.Port == (int)port["port"]!);
            if (balancer.Pools.Find(pool => pool.Id == listener?.DefaultPoolId) is not { } pool)
                continue;
            var wanted = Members(nodes, port);
            if (
                pool.Members.Count == wanted.Length
                && Array.TrueForAll(
                    wanted,
                    one => pool.Members.Exists(member => member.Address == one.Address && member.Port == one.Port)
                )
            )
                continue;
            _cloud.LoadBalancing.Parts.SetMembers(balancer, wanted, pool);
            Again(Retry);
            return true;
        }

        return false;
    }

    private IEnumerable<KubeObject> Nodes() =>
        Store
            .List(KubeKinds.Node)
            .Where(node =>
                node.Label("node.kubernetes.io/exclude-from-external-load-balancers") is null
                && node.Label("node-role.kubernetes.io/control-plane") is null
            );

    private static IEnumerable<JsonObject> Ports(KubeObject service) =>
        (service.Spec["ports"] as JsonArray ?? []).OfType<JsonObject>();

    private static MemberAddress[] Members(IEnumerable<KubeObject> nodes, JsonObject port) =>
        [.. nodes.Select(node => new MemberAddress(Scheduler.AddressOf(node), (int)port["nodePort"]!, node.Name))];

    private string DescriptionOf(KubeObject service) =>
        $"Kubernetes external service {service.Namespace}/{service.Name} from cluster {_cluster.Magnum.StackId}";

    private ServiceBalancer Create(KubeObject service, string subnetId)
    {
        var ports = Ports(service).ToArray();
        var nodes = Nodes().ToArray();
        var name = NameOf(service);
        var balancer = _cloud.LoadBalancing.Create(
            new LoadBalancerRequest(name, _cluster.Magnum.ProjectId, subnetId)
            {
                Description = DescriptionOf(service),
                Tags = [name],
                Listeners =
                [
                    .. ports.Select(
                        (port, index) =>
                            new ListenerRequest((int)port["port"]!)
                            {
                                Name = $"listener_{index}_{name}",
                                Members = Members(nodes, port),
                            }
                    ),
                ],
            }
        );
        var made = new ServiceBalancer(
            balancer.Id,
            service.Namespace,
            service.Name,
            [.. ports.Select(port => (int)port["port"]!)]
        );
        _made[service.Uid] = made;
        return made;
    }

    private void Remove(KubeObject service)
    {
        if (!service.Finalizers.Contains(Finalizer) || Refused(service, "failed to delete load balancer"))
            return;
        if (_made.TryGetValue(service.Uid, out var made))
        {
            Close(made);
            if (_cloud.LoadBalancing.LoadBalancers.Find(made.BalancerId) is { } balancer)
            {
                if (balancer.Provisioning is ProvisioningStatus.Active or ProvisioningStatus.Error)
                    _cloud.LoadBalancing.Delete(balancer, cascade: true);
                Again(Retry);
                return;
            }

            _made.Remove(service.Uid);
        }

        Store.Change(
            service,
            body =>
            {
                var finalizers = (JsonArray)body["metadata"]!["finalizers"]!;
                foreach (var own in finalizers.Where(one => (string?)one == Finalizer).ToArray())
                    finalizers.Remove(own);
            }
        );
    }

    private void Close(ServiceBalancer made)
    {
        if (made.Address is not { } address)
            return;
        foreach (var port in made.Ports)
            _ground.Provider.Close(address, port);
        if (_cloud.Network.FloatingIps.Find(made.FloatingIpId!) is not null)
            _cloud.Network.FloatingIps.Release(made.FloatingIpId!);
        made.Address = null;
    }

    /// <summary>Octavia refuses the credential: the Service's events say so, and it is tried again.</summary>
    private bool Refused(KubeObject service, string attempt)
    {
        // Its own event is a change, and would set it off again.
        if (_refusedUntil.TryGetValue(service.Uid, out var until) && _ground.Now < until)
            return true;
        if (
            OctaviaPolicy.Refusal(_ground.Plan, _identity, _cluster.Stack.Credential, NameOf(service))
            is not { } refusal
        )
            return false;
        _refusedUntil[service.Uid] = _ground.Now + RetryRefused;
        _events.Warn(
            service,
            "SyncLoadBalancerFailed",
            $"Error syncing load balancer: {attempt}: "
                + $"error getting loadbalancer for Service {service.Namespace}/{service.Name}: {refusal}"
        );
        Again(RetryRefused);
        return true;
    }

    private void Again(TimeSpan after)
    {
        if (_due)
            return;
        _due = true;
        _ground.Clock.In(
            after,
            () =>
            {
                _due = false;
                Reconcile();
            }
        );
    }

    private string NameOf(KubeObject service) =>
        $"kube_service_{_cluster.Magnum.StackId}_{service.Namespace}_{service.Name}";

    private static void AddFinalizer(JsonObject body)
    {
        var metadata = (JsonObject)body["metadata"]!;
        (metadata["finalizers"] as JsonArray ?? (JsonArray)(metadata["finalizers"] = new JsonArray())).Add(Finalizer);
    }
}
