using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Runs.Journals;

namespace Acceptance.Steps.Tests.InMemory;

/// <summary>Clusters, Services and images of a cloud, in memory; what is deleted is gone at once.</summary>
internal sealed class SmallCloud
{
    /// <summary>The tenant's own.</summary>
    private const string Project = "p";

    public static SiteWorkload Workload { get; } =
        new()
        {
            Project = "edge",
            Domain = "edge",
            ExternalNetwork = "ext",
            Keypair = "edge",
            MasterFlavor = new SiteFlavor("m", 4096, 2),
            WorkerFlavor = new SiteFlavor("w", 4096, 2),
            Image = new SiteImage
            {
                Name = "jammy-kube",
                KubeVersion = "v1.34.8",
                Url = new Uri("https://images.example/jammy"),
                Sha512 = "00",
            },
            Template = new SiteTemplate { Name = "edge-template", Labels = new Dictionary<string, string>() },
            Cluster = "edge-1",
        };

    public List<MagnumCluster> Clusters { get; } = [];

    public List<KubernetesService> Services { get; } = [];

    public List<KubernetesDeployment> Deployments { get; } = [];

    public List<Image> Images { get; } = [];

    /// <summary>Of the management cluster.</summary>
    public List<Pod> Pods { get; } = [];

    public IKubernetes Management =>
        Port<IKubernetes>.That(
            (nameof(IKubernetes.Pods), _ => Read.List<Pod>([.. Pods])),
            (nameof(IKubernetes.DeletePod), asked => Gone(Pods, one => one.Name == (string)asked[1]!))
        );

    public IOpenStack OpenStack =>
        Port<IOpenStack>.That(
            (
                nameof(IOpenStack.Token),
                _ => Read.Seen(new TokenFacts("u", "edge", Project, "edge", "edge", ["member"]))
            ),
            (nameof(IOpenStack.ContainerInfra), _ => Magnum),
            (
                nameof(IOpenStack.Images),
                _ =>
                    Port<IImages>.That(
                        (
                            nameof(IImages.Named),
                            asked => Read.List<Image>([.. Images.Where(one => one.Name == (string)asked[1]!)])
                        ),
                        (nameof(IImages.Delete), asked => Gone(Images, one => one.Id == (string)asked[1]!))
                    )
            )
        );

    public IContainerInfra Magnum =>
        Port<IContainerInfra>.That(
            (nameof(IContainerInfra.Clusters), _ => Read.List<MagnumCluster>([.. Clusters])),
            (nameof(IContainerInfra.Cluster), asked => One((string)asked[1]!)),
            (nameof(IContainerInfra.Kubeconfig), _ => Read.Seen("apiVersion: v1")),
            (nameof(IContainerInfra.DeleteCluster), asked => Gone(Clusters, one => one.Uuid == (string)asked[1]!))
        );

    public Reading<IKubernetes> Open(string kubeconfig) =>
        new Reading<IKubernetes>.Seen(
            Port<IKubernetes>.That(
                (nameof(IKubernetes.Services), _ => Read.List<KubernetesService>([.. Services])),
                (nameof(IKubernetes.Deployments), _ => Read.List<KubernetesDeployment>([.. Deployments])),
                (nameof(IKubernetes.DeleteService), asked => Gone(Services, one => one.Name == (string)asked[1]!)),
                (nameof(IKubernetes.DeleteDeployment), asked => Gone(Deployments, one => one.Name == (string)asked[1]!))
            ),
            Evidence.None
        );

    /// <param name="run">The run whose mark it bears; null for somebody else's.</param>
    public void Add(string uuid, string? run, string name = "edge-1", string project = Project) =>
        Clusters.Add(
            new MagnumCluster(
                uuid,
                name,
                ClusterStatus.CreateComplete,
                null,
                default,
                new Dictionary<string, State<ComponentHealth>>(),
                null,
                1,
                2,
                "t",
                null,
                project,
                "u",
                Labels(run),
                DateTimeOffset.UnixEpoch
            )
        );

    public void AddService(string name, string? run)
    {
        Services.Add(new KubernetesService(name, "LoadBalancer", 80, [], Labels(run), "uid"));
        AddDeployment(name, run);
    }

    public void AddDeployment(string name, string? run) =>
        Deployments.Add(new KubernetesDeployment(name, 2, 2, Labels(run)));

    public void AddPod(string name, string? run) =>
        Pods.Add(new Pod("default", name, PodPhase.Running, "n", Labels(run), []));

    public void AddImage(string id, ImageStatus status, string? run, string name = "jammy-kube") =>
        Images.Add(new Image(id, name, status, null, DateTimeOffset.UnixEpoch, Labels(run)));

    private static IReadOnlyDictionary<string, string> Labels(string? run) =>
        run is null ? new Dictionary<string, string>() : Marks.Of(run);

    private Task<Reading<MagnumCluster>> One(string id) =>
        Clusters.FirstOrDefault(one => one.Uuid == id) is { } cluster
            ? Read.Seen(cluster)
            : Read.Unread<MagnumCluster>(Unreadable.NotFound, $"no cluster {id}");

    private static Task<Reading<Done>> Gone<T>(List<T> all, Predicate<T> which) =>
        all.RemoveAll(which) > 0
            ? Read.Seen(Done.It)
            : Read.Unread<Done>(Unreadable.NotFound, "there is no such thing");
}
