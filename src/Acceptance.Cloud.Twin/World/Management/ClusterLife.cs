using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// One cluster's way through Cluster API: it is installed, grows, shrinks, and goes;
/// everything waits for the management cluster.
/// </summary>
internal sealed class ClusterLife
{
    private readonly Ground _ground;
    private readonly ClusterSurroundings _surroundings;
    private readonly X509Certificate2 _authority;
    private readonly MagnumCluster _cluster;
    private readonly Provisioner _openStack;
    private readonly CapiObjects _objects;
    private readonly CapiStatus _status;
    private readonly bool _standing;
    private readonly string _version;
    private StagedWork? _work;
    private bool _ended;

    internal ClusterLife(
        ClusterSurroundings surroundings,
        MagnumCluster cluster,
        string version,
        X509Certificate2 authority,
        bool standing = false
    )
    {
        (_ground, _surroundings) = (surroundings.Ground, surroundings);
        (_cluster, _version, _authority, _standing) = (cluster, version, authority, standing);
        _openStack = new Provisioner(
            _ground.Plan,
            surroundings.Infrastructure,
            surroundings.Identity,
            cluster,
            Stack,
            standing
        );
        _objects = new CapiObjects(_ground, surroundings.Management, cluster, Stack);
        _status = new CapiStatus(surroundings, cluster, Stack, _objects);
        Resync();
    }

    public ClusterStack Stack { get; } = new();

    /// <summary>Its Cluster object still stands on the management cluster.</summary>
    public bool Stands => _objects.Cluster is not null;

    /// <summary>Everything it was asked for is there and ready.</summary>
    public bool Complete { get; private set; }

    internal void Mint(AppCredential credential) => Stack.Credential = credential;

    private bool MayWork() => _surroundings.Management.Works;

    internal void Create()
    {
        var total = _ground.Plan.Physics.ClusterCreate;
        var began = _ground.Now;
        _work = new StagedWork(_ground, MayWork)
            .Then(TimeSpan.FromSeconds(8), () => _objects.Install(_version))
            .Then(TimeSpan.FromSeconds(20), Step(_openStack.MakeNetwork))
            .Then(TimeSpan.FromSeconds(10), Step(_openStack.MakeApiBalancer))
            .Then(TimeSpan.FromSeconds(10), Step(_openStack.MakeApiAddress))
            .Then(TimeSpan.Zero, OpenApi)
            .Then(TimeSpan.FromSeconds(10), BootControlPlanes)
            .Then(total * 0.05, () => Stack.ControlPlanes.TrueForAll(Provisioner.Active) && _openStack.JoinBalancer())
            .Then(total * 0.22, () => Join(Stack.ControlPlanes, controlPlane: true))
            .Then(TimeSpan.FromSeconds(10), () => _standing || Addons())
            .Then(TimeSpan.FromSeconds(10), BootWorkers)
            .Then(total * 0.05, () => Stack.Workers.TrueForAll(Provisioner.Active))
            .Then(total * 0.22, () => Join(Stack.Workers, controlPlane: false))
            .Then(TimeSpan.FromSeconds(10), Addons)
            .Then(TimeSpan.FromSeconds(30), Ready)
            .Then(TimeSpan.Zero, () => _standing || _ground.Now >= began + total - TimeSpan.FromSeconds(20))
            .Then(TimeSpan.Zero, Finish);
        if (_standing)
            _work.DoAllNow();
        else
            _work.Begin();
    }

    private bool BootControlPlanes() =>
        Boot(() => _standing ? [_ground.Plan.NodeSuffixes[0]] : Suffixes(_cluster.MasterCount, ""), controlPlane: true);

    private bool BootWorkers() =>
        Boot(
            () =>
                _standing
                    ? [.. _ground.Plan.NodeSuffixes.Skip(1)]
                    : Suffixes(_cluster.NodeCount, _ground.NewSuffix(5) + "-"),
            controlPlane: false
        );

    private void Finish()
    {
        _status.Write();
        Complete = true;
    }

    internal void Resize(int nodes)
    {
        Complete = false;
        var surplus = Stack.Workers.Skip(nodes).ToList();
        _work = new StagedWork(_ground, MayWork)
            .Then(TimeSpan.FromSeconds(15), () => Shrink(surplus))
            .Then(
                TimeSpan.FromSeconds(5),
                () =>
                    Stack.Workers.Count >= nodes
                    || Boot(
                        () => Suffixes(nodes - Stack.Workers.Count, _ground.NewSuffix(5) + "-"),
                        controlPlane: false
                    )
            )
            .Then(TimeSpan.FromSeconds(30), () => Stack.Workers.TrueForAll(Provisioner.Active))
            .Then(TimeSpan.FromMinutes(2), () => Join(Stack.Workers, controlPlane: false))
            .Then(TimeSpan.FromSeconds(30), Ready)
            .Then(TimeSpan.FromSeconds(5), () => Complete = true);
        _work.Begin();
    }

    /// <summary>
    /// helm uninstall, then the owner chain: machines, load balancer, network, OpenStackCluster, Cluster.
    /// </summary>
    internal void Delete()
    {
        _work?.GiveUp();
        Complete = false;
        var total = _ground.Plan.Physics.ClusterDelete;
        _work = new StagedWork(_ground, MayWork)
            .Then(TimeSpan.FromSeconds(5), Uninstall)
            .Then(total * 0.1, () => CloseApi() && SweepServices() && DeleteMachines(Stack.Workers))
            .Then(total * 0.2, () => _openStack.Gone(Stack.Workers) && DeleteMachines(Stack.ControlPlanes))
            .Then(total * 0.1, () => _openStack.Gone(Stack.ControlPlanes))
            .Then(
                total * 0.1,
                Step(() => _objects.Infrastructure is null || (SweepServices() && _openStack.DeleteBalancer()))
            )
            .Then(total * 0.05, Step(() => _objects.Infrastructure is null || _openStack.DeleteNetwork()))
            .Then(total * 0.05, () => _objects.Release(CapiKinds.OpenStackCluster, _cluster.StackId))
            .Then(TimeSpan.FromSeconds(5), End);
        _work.Begin();
    }

    /// <summary>
    /// The Machine controller's part in a node's life: it takes the uninitialized taint away (uninitialized-taint).
    /// </summary>
    internal void InitializeNodes()
    {
        if (!_surroundings.Management.Works || _surroundings.Workloads.Of(_cluster.Id) is not { } workload)
            return;
        foreach (var node in workload.Kube.Store.List(KubeKinds.Node).ToArray())
            WorkloadContent.Initialize(workload.Kube.Store, node);
    }

    // Each step tells its outcome in the objects' status at once.
    private Func<bool> Step(Func<bool> act) =>
        () =>
        {
            var done = act();
            _status.Write();
            return done;
        };

    private void OpenApi()
    {
        if (_surroundings.Workloads.Of(_cluster.Id) is not null)
            return;
        var workload = new WorkloadCluster(_surroundings, _cluster, _version, _authority, Stack)
        {
            Address = Stack.ApiAddress!.Address,
        };
        _surroundings.Workloads.Add(workload);
        _cluster.ApiAddress = $"https://{workload.Address}:{_ground.Plan.KubeApiPort}";
        if (_standing)
            workload.Kube.Store.Aged = TimeSpan.FromDays(2);
        workload.Content.Base();
        _ground.Provider.Open(workload.Address!, _ground.Plan.KubeApiPort, $"workload-api:{_cluster.Id}");
        _objects.Secret(
            $"{_cluster.StackId}-ca",
            "cluster.x-k8s.io/secret",
            ("tls.crt", workload.Kube.Ca.ExportCertificatePem())
        );
        _objects.Secret(
            $"{_cluster.StackId}-kubeconfig",
            "cluster.x-k8s.io/secret",
            ("value", workload.Kube.Kubeconfig(_cluster.ApiAddress))
        );
        _ground.SomethingAppeared();
    }

    private bool Boot(Func<IEnumerable<string>> suffixes, bool controlPlane)
    {
        if (!_surroundings.Management.MakesMachines)
            return false;
        foreach (var suffix in suffixes())
            _objects.Machine(_openStack.Boot(suffix, controlPlane), controlPlane, _version);
        _status.Write();
        return true;
    }

    private bool Join(List<NovaServer> servers, bool controlPlane)
    {
        var workload = _surroundings.Workloads.Of(_cluster.Id)!;
        foreach (var server in servers)
            workload.Content.Node(server, controlPlane);
        if (controlPlane)
            Stack.ControlPlaneReady = true;
        Addresses();
        _ground.SomethingAppeared();
        _ground.Clock.In(TimeSpan.FromSeconds(8), InitializeNodes);
        if (_standing)
            InitializeNodes();
        _status.Write();
        return true;
    }

    // The add-on provider comes as soon as there is a control plane; its pods wait for workers.
    private bool Addons()
    {
        var workload = _surroundings.Workloads.Of(_cluster.Id)!;
        workload.Content.Addons(settled: _standing);
        if (!_standing)
            return true;
        workload.Kube.Controllers.Settle();
        workload.Kube.Store.Aged = TimeSpan.Zero;
        return true;
    }

    private bool Ready()
    {
        var workload = _surroundings.Workloads.Of(_cluster.Id)!;
        InitializeNodes();
        workload.Content.Reconcile();
        _status.Write();
        return _standing || (workload.Content.NodesReady && workload.Content.PodsReady);
    }

    private bool Shrink(List<NovaServer> surplus)
    {
        foreach (var server in surplus)
        {
            _objects.RemoveMachine(server.Name);
            _surroundings.Workloads.Of(_cluster.Id)?.Content.RemoveNode(server.Name);
            _surroundings.Infrastructure.Compute.Power.Delete(server);
            Stack.Workers.Remove(server);
        }

        Addresses();
        return true;
    }

    private void Addresses()
    {
        _cluster.NodeAddresses.Clear();
        _cluster.NodeAddresses.AddRange(
            Stack.Workers.Select(_surroundings.Infrastructure.Compute.Servers.AddressOf).OfType<string>()
        );
        _cluster.MasterAddresses.Clear();
        _cluster.MasterAddresses.AddRange(
            Stack.ControlPlanes.Select(_surroundings.Infrastructure.Compute.Servers.AddressOf).OfType<string>()
        );
    }

    private void Uninstall()
    {
        if (_objects.Cluster is { Deleting: false } cluster)
            _surroundings.Management.Kube.Store.Delete(cluster);
        if (_objects.Infrastructure is { Deleting: false } infrastructure)
            _surroundings.Management.Kube.Store.Delete(infrastructure);
        _status.Write();
    }

    // The janitor takes the load balancers of Services before their network goes;
    // one that is busy or refused it asks for again.
    private bool SweepServices()
    {
        _surroundings.Workloads.Of(_cluster.Id)?.CloudController.RemoveAll();
        return true;
    }

    private bool CloseApi()
    {
        if (_surroundings.Workloads.Of(_cluster.Id) is not { } workload)
            return true;
        _ground.Provider.Close(workload.Address!, _ground.Plan.KubeApiPort);
        workload.Kube.Interrupt();
        return true;
    }

    private bool DeleteMachines(List<NovaServer> servers)
    {
        foreach (var server in servers)
            _objects.RemoveMachine(server.Name);
        _openStack.DeleteServers(servers);
        return true;
    }

    private bool End()
    {
        if (_objects.Infrastructure is not null)
            return false;
        foreach (
            var (kind, name) in ((KubeKind, string)[])
                [
                    (CapiKinds.KubeadmControlPlane, _objects.ControlPlaneName),
                    (CapiKinds.MachineDeployment, _objects.WorkersName),
                    (CapiKinds.Cluster, _cluster.StackId),
                ]
        )
            _objects.Release(kind, name);
        _objects.RemoveSecrets();
        _surroundings.Workloads.Remove(_cluster.Id);
        if (Stack.Credential is { } credential)
            _surroundings.Identity.AppCredentials.All.Remove(credential);
        _ended = true;
        return true;
    }

    private void Resync()
    {
        _ground.Clock.In(
            _ground.Plan.Physics.CapoResync / 4,
            () =>
            {
                if (_ended)
                    return;
                if (_surroundings.Management.Works && _objects.Cluster is { Deleting: false })
                {
                    _openStack.Resync();
                    _status.Write();
                }

                Resync();
            }
        );
    }

    private string[] Suffixes(int count, string prefix) =>
        [.. Enumerable.Range(0, count).Select(_ => prefix + _ground.NewSuffix(5))];
}
