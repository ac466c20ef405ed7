using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>
/// Magnum: cluster templates, clusters, and what its conductor does with them through the capi-helm driver.
/// </summary>
internal sealed class MagnumModel
{
    private readonly Ground _ground;
    private readonly ImagesModel _images;
    private readonly ClusterSurroundings _surroundings;
    private readonly ConductorProcess _conductor;
    private readonly CreatePath _path;
    private readonly Dictionary<string, ClusterLife> _lives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, X509Certificate2> _authorities = new(StringComparer.Ordinal);
    private readonly CapiMonitor _monitor;

    internal MagnumModel(
        ClusterSurroundings surroundings,
        ImagesModel images,
        ConductorProcess conductor,
        CreatePath path
    )
    {
        (_ground, _images, _surroundings, _conductor) = (surroundings.Ground, images, surroundings, conductor);
        _path = path;
        var infrastructure = surroundings.Infrastructure;
        Templates = new ClusterTemplates(_ground, images, infrastructure.Compute, infrastructure.Network);
        _monitor = new CapiMonitor(_ground.Plan, surroundings.Management);
        Poll(_ground.Plan.Physics.MagnumStatusPoll, SyncStatus);
        Poll(_ground.Plan.Physics.MagnumHealthPoll, SyncHealth);
        surroundings.Management.PhaseChanged += OnManagementPhase;
    }

    public ClusterTemplates Templates { get; }

    public List<MagnumCluster> Clusters { get; } = [];

    public MagnumCluster? FindCluster(string nameOrId) =>
        Clusters.Find(one => one.Id == nameOrId) ?? Clusters.Find(one => one.Name == nameOrId);

    /// <summary>How far Cluster API has come with a cluster; null when its create failed before that.</summary>
    public ClusterLife? LifeOf(MagnumCluster cluster) => _lives.GetValueOrDefault(cluster.Id);

    /// <summary>The authority that signs for a cluster: <c>coe ca show</c>, and the API server's own.</summary>
    public X509Certificate2? SigningAuthority(string clusterId) => _authorities.GetValueOrDefault(clusterId);

    /// <summary>
    /// Accepts a cluster: CREATE_IN_PROGRESS; the conductor and Cluster API do the rest on the clock.
    /// </summary>
    public MagnumCluster Create(ClusterRequest request, KeystoneUser user, KeystoneProject project)
    {
        var cluster = Record(request, user, project, _ground.NewSuffix(12));
        _ground.Clock.In(TimeSpan.FromSeconds(3), () => Begin(request, cluster, user, project));
        _ground.SomethingAppeared();
        return cluster;
    }

    public void Resize(MagnumCluster cluster, int nodes)
    {
        if (cluster.InProgress || LifeOf(cluster) is not { } life || nodes == cluster.NodeCount)
            return;
        cluster.NodeCount = nodes;
        _ground.Clock.In(
            TimeSpan.FromSeconds(2),
            () =>
            {
                Set(cluster, "UPDATE_IN_PROGRESS");
                life.Resize(nodes);
            }
        );
    }

    /// <summary>Asks for a cluster's end; again while it is going changes nothing.</summary>
    public void Delete(MagnumCluster cluster)
    {
        if (cluster.Status == "DELETE_IN_PROGRESS")
            return;
        _ground.Clock.In(
            TimeSpan.FromSeconds(2),
            () =>
            {
                if (cluster.Status == "DELETE_IN_PROGRESS" || !Clusters.Contains(cluster))
                    return;
                Set(cluster, "DELETE_IN_PROGRESS");
                LifeOf(cluster)?.Delete();
                _ground.SomethingAppeared();
            }
        );
    }

    /// <summary>The accepted world: template and cluster stand as built.</summary>
    internal void BuildAccepted()
    {
        var plan = _ground.Plan;
        var user = _surroundings.Identity.Admin;
        var project = _surroundings.Identity.Project(plan.CapiProject);
        var template = MakeTemplate(user, project);
        var cluster = Record(
            new ClusterRequest(plan.Cluster, template) { Keypair = plan.Keypair, NodeCount = 2 },
            user,
            project,
            plan.ClusterSuffix,
            plan.TenantSetupAt.AddHours(2.5)
        );
        _surroundings.Management.Kube.Store.Aged = TimeSpan.FromDays(2);
        Conduct(cluster, user, project, standing: true);
        _surroundings.Management.Kube.Store.Aged = TimeSpan.Zero;
        Set(cluster, "CREATE_COMPLETE");
        _monitor.Poll(cluster, _conductor);
    }

    /// <summary>The template of phase-08, as the runbook writes it.</summary>
    internal ClusterTemplate MakeTemplate(KeystoneUser user, KeystoneProject project) =>
        Templates.Create(
            new ClusterTemplate
            {
                Id = _ground.NewId(),
                Name = _ground.Plan.Template,
                ProjectId = project.Id,
                UserId = user.Id,
                ImageId = _ground.Plan.Image,
                MasterFlavorId = _ground.Plan.MasterFlavor,
                FlavorId = _ground.Plan.WorkerFlavor,
                ExternalNetworkId = _ground.Plan.ExternalNetwork,
                NetworkDriver = "calico",
                DnsNameserver = "8.8.8.8",
                MasterLbEnabled = true,
                DockerStorageDriver = "overlay2",
                CreatedAt = _ground.Plan.TenantSetupAt,
                Labels = new OrderedDictionary<string, string>
                {
                    ["fixed_subnet_cidr"] = _ground.Plan.WorkloadCidr,
                    ["octavia_provider"] = "amphora",
                },
            },
            _ => true
        );

    public void DeleteTemplate(ClusterTemplate template)
    {
        if (Clusters.Exists(cluster => cluster.Template == template))
            throw ClusterTemplates.Invalid($"ClusterTemplate {template.Id} is referenced by one or multiple clusters.");
        Templates.All.Remove(template);
    }

    private MagnumCluster Record(
        ClusterRequest request,
        KeystoneUser user,
        KeystoneProject project,
        string suffix,
        DateTimeOffset? madeAt = null
    )
    {
        var template = request.Template;
        var cluster = new MagnumCluster
        {
            Id = _ground.NewId(),
            Name = request.Name,
            StackId = $"{request.Name}-{suffix}",
            Template = template,
            ProjectId = project.Id,
            UserId = user.Id,
            Keypair = request.Keypair ?? template.KeypairId,
            NodeCount = request.NodeCount,
            MasterCount = request.MasterCount,
            FlavorId = request.FlavorId ?? template.FlavorId ?? _ground.Plan.WorkerFlavor,
            MasterFlavorId = request.MasterFlavorId ?? template.MasterFlavorId ?? _ground.Plan.MasterFlavor,
            CreateTimeout = request.CreateTimeout,
            Labels = Labels(request),
            MergeLabels = request.MergeLabels,
            FloatingIpEnabled = template.FloatingIpEnabled,
            MasterLbEnabled = template.MasterLbEnabled,
            FixedNetwork = template.FixedNetwork,
            FixedSubnet = template.FixedSubnet,
            DiscoveryUrl = template.ClusterDistro is null or "ubuntu"
                ? null
                : $"http://{_ground.Plan.Vip("magnum")}:9510/{_ground.NewHexId()}",
            CreatedAt = madeAt ?? _ground.Now,
        };
        Clusters.Add(cluster);
        _authorities[cluster.Id] = _ground.Pki.Authority(cluster.Name);
        return cluster;
    }

    private static OrderedDictionary<string, string> Labels(ClusterRequest request)
    {
        var labels = new OrderedDictionary<string, string>();
        if (request.Labels is null || request.MergeLabels)
            foreach (var (key, value) in request.Template.Labels)
                labels[key] = value;
        foreach (var (key, value) in request.Labels ?? [])
            labels[key] = value;
        return labels;
    }

    /// <summary>What comes before the driver: a create that fails of it goes no further.</summary>
    private void Begin(ClusterRequest request, MagnumCluster cluster, KeystoneUser user, KeystoneProject project)
    {
        if (Clusters.Contains(cluster) && _path.Refusal(cluster, request.ByApplicationCredential) is { } refusal)
            Fail(cluster, refusal);
        else
            Conduct(cluster, user, project, standing: false);
    }

    /// <summary>
    /// The conductor's part: the driver reads the Kubernetes version off the image (L-P6-3),
    /// mints the credential, installs the chart. Without [capi_helm] it looks for the management cluster where any
    /// client does (D-037).
    /// </summary>
    private void Conduct(MagnumCluster cluster, KeystoneUser user, KeystoneProject project, bool standing)
    {
        if (!Clusters.Contains(cluster) || cluster.Status != "CREATE_IN_PROGRESS")
            return;
        if (!_conductor.HasItsSettings)
        {
            Fail(cluster, "[Errno 2] No such file or directory: '/var/lib/magnum/.kube/config'");
            return;
        }

        if (VersionOfImage(cluster) is not { } version)
            return;
        cluster.CoeVersion = version;
        // 1.4.0 hands the template's network driver to the chart; 1.3.0 never read it,
        // and the chart's default came (DOCFIX-032).
        if (!_conductor.RunningDriver.StartsWith("1.3", StringComparison.Ordinal))
            cluster.ChartNetwork = cluster.Template.NetworkDriver ?? cluster.ChartNetwork;
        var life = new ClusterLife(
            _surroundings,
            cluster,
            Versioned(cluster.CoeVersion),
            _authorities[cluster.Id],
            standing
        );
        _lives[cluster.Id] = life;
        var roles = _surroundings.Identity.Grants.EffectiveRoles(user, project).Select(role => role.Name).ToArray();
        life.Mint(_surroundings.Identity.AppCredentials.Mint(user, project, roles, $"{cluster.StackId}-{cluster.Id}"));
        life.Create();
        _ground.SomethingAppeared();
    }

    /// <summary>
    /// What the driver reads off the image; null when it lacks something, and the create has failed of it.
    /// </summary>
    private string? VersionOfImage(MagnumCluster cluster)
    {
        var image = _images.Find(cluster.Template.ImageId, cluster.Template.ProjectId, _ => true);
        foreach (var property in (string[])["kube_version", "os_distro"])
        {
            if (image?.Properties.GetValueOrDefault(property) is { Length: > 0 })
                continue;
            Fail(
                cluster,
                image is null
                    ? $"Image {cluster.Template.ImageId} could not be found."
                    : $"Image {image.Id} does not have a {property} property."
            );
            return null;
        }

        return image?.Properties["kube_version"];
    }

    private static string Versioned(string version) => version.StartsWith('v') ? version : $"v{version}";

    private void Fail(MagnumCluster cluster, string why)
    {
        cluster.StatusReason = why;
        Set(cluster, "CREATE_FAILED");
    }

    private void Set(MagnumCluster cluster, string status)
    {
        cluster.Status = status;
        cluster.UpdatedAt = _ground.Now;
    }

    private void Poll(TimeSpan every, Action act) =>
        _ground.Clock.In(
            every,
            () =>
            {
                act();
                Poll(every, act);
            }
        );

    // What the conductor cannot ask it leaves as it is: clusters stay IN_PROGRESS while the management cluster is down,
    // or out of reach.
    private void SyncStatus()
    {
        if (!_surroundings.Management.ServesMagnum || !_conductor.HasItsSettings)
            return;
        foreach (var cluster in Clusters.Where(cluster => cluster.InProgress).ToArray())
        {
            var life = LifeOf(cluster);
            if (cluster.Status == "DELETE_IN_PROGRESS" && (life is null || !life.Stands))
                Remove(cluster);
            else if (life is { Complete: true } && cluster.Status is "CREATE_IN_PROGRESS")
            {
                Set(cluster, "CREATE_COMPLETE");
                _ground.SomethingAppeared();
            }
            else if (life is { Complete: true } && cluster.Status is "UPDATE_IN_PROGRESS")
                Set(cluster, "UPDATE_COMPLETE");
        }
    }

    private void SyncHealth()
    {
        // Only the Cluster API driver looks after health; with the Heat drivers it stays null (captures).
        foreach (
            var cluster in Clusters
                .Where(cluster =>
                    cluster.DiscoveryUrl is null
                    && cluster.Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_IN_PROGRESS"
                )
                .ToArray()
        )
            _monitor.Poll(cluster, _conductor);
    }

    private void Remove(MagnumCluster cluster)
    {
        Clusters.Remove(cluster);
        _lives.Remove(cluster.Id);
        _authorities.Remove(cluster.Id);
    }

    private void OnManagementPhase()
    {
        if (!_surroundings.Management.Works)
            return;
        foreach (var life in _lives.Values)
            _ground.Clock.In(TimeSpan.FromSeconds(15), life.InitializeNodes);
    }
}
