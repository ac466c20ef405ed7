using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>
/// kube-controller-manager, kube-scheduler and the kubelets of one cluster. They look at the whole store soon after
/// any change, and again until nothing changes; what takes time stands on the world's clock.
/// </summary>
internal sealed class ControllerManager
{
    private static readonly TimeSpan Reaction = TimeSpan.FromMilliseconds(200);
    private readonly Ground _ground;
    private readonly KubeCluster _cluster;
    private readonly List<Action> _steps;
    private bool _due;

    public ControllerManager(Ground ground, KubeCluster cluster)
    {
        _ground = ground;
        _cluster = cluster;
        Kubelet = new Kubelet(ground, cluster);
        Scheduler = new Scheduler(ground, cluster);
        _steps =
        [
            new GarbageCollector(cluster).Reconcile,
            new NamespaceController(cluster).Reconcile,
            new DeploymentController(ground, cluster).Reconcile,
            new ReplicaSetController(ground, cluster).Reconcile,
            Scheduler.Reconcile,
            Kubelet.Reconcile,
            new EndpointSliceController(cluster).Reconcile,
        ];
        cluster.Store.Changed += _ => Trigger();
    }

    public Kubelet Kubelet { get; }

    public Scheduler Scheduler { get; }

    /// <summary>A controller of the cloud's own (the CCM, Cluster API) joins.</summary>
    public void Add(Action reconcile) => _steps.Add(reconcile);

    public void Trigger()
    {
        if (_due)
            return;
        _due = true;
        _ground.Clock.In(Reaction, Look);
    }

    /// <summary>Looks now, until nothing changes any more.</summary>
    public void Settle()
    {
        for (var round = 0; round < 20; round++)
        {
            var before = _cluster.Store.Revision;
            foreach (var step in _steps)
                step();
            if (_cluster.Store.Revision == before)
                return;
        }
    }

    private void Look()
    {
        _due = false;
        foreach (var step in _steps)
            step();
    }
}
