using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Worlds.Kubernetes;

/// <summary>A Kubernetes API of the world, asked as its administrator.</summary>
/// <param name="closed">Why it does not answer; null while it does.</param>
internal sealed class WorldKubernetes(
    TwinWorld world,
    WorldReadings readings,
    KubeCluster cluster,
    Uri server,
    Func<Unreadable?> closed
) : IKubernetes
{
    public Uri Server => server;

    public string CaPem => cluster.Ca.ExportCertificatePem();

    public Task<Reading<string>> Version(CancellationToken cancel = default) =>
        Answer<string>("/version", () => new(cluster.Version));

    public Task<Reading<IReadOnlyList<Node>>> Nodes(CancellationToken cancel = default) =>
        List(KubeKinds.Node, null, WorldObjects.Node);

    public Task<Reading<IReadOnlyList<Pod>>> Pods(string? ns = null, CancellationToken cancel = default) =>
        List(KubeKinds.Pod, ns, WorldObjects.Pod);

    public Task<Reading<IReadOnlyList<CustomObject>>> List(
        CustomKind kind,
        string ns,
        CancellationToken cancel = default
    ) =>
        Answer<IReadOnlyList<CustomObject>>(
            $"{kind.Group}/{kind.Version} {kind.Plural}",
            () =>
                cluster.Kinds.FirstOrDefault(one => one.Group == kind.Group && one.Plural == kind.Plural) is { } served
                && served.Versions.Contains(kind.Version)
                    ? new([.. cluster.Store.List(served, ns).Select(one => WorldObjects.Custom(one, kind.Version))])
                    : null
        );

    public Task<Reading<IReadOnlyDictionary<string, byte[]>>> Secret(
        string ns,
        string name,
        CancellationToken cancel = default
    ) =>
        Answer<IReadOnlyDictionary<string, byte[]>>(
            $"secret {ns}/{name}",
            () =>
                cluster.Store.Find(KubeKinds.Secret, ns, name) is { } secret
                    ? new(
                        secret
                            .Body.Texts("data")
                            .ToDictionary(one => one.Key, one => Convert.FromBase64String(one.Value))
                    )
                    : null
        );

    public Task<Reading<IReadOnlyList<string>>> SecretNames(string ns, CancellationToken cancel = default) =>
        List(KubeKinds.Secret, ns, secret => secret.Name);

    public Task<Reading<IReadOnlyList<KubernetesService>>> Services(string ns, CancellationToken cancel = default) =>
        List(KubeKinds.Service, ns, WorldObjects.Service);

    public Task<Reading<IReadOnlyList<KubernetesDeployment>>> Deployments(
        string ns,
        CancellationToken cancel = default
    ) => List(KubeKinds.Deployment, ns, WorldObjects.Deployment);

    public Task<Reading<Done>> CreateDeployment(
        string ns,
        DeploymentRequest request,
        CancellationToken cancel = default
    ) => readings.OnlyRead<Done>("deployment create");

    public Task<Reading<Done>> ExposeAsLoadBalancer(
        string ns,
        ServiceRequest request,
        CancellationToken cancel = default
    ) => readings.OnlyRead<Done>("service create");

    public Task<Reading<Done>> CreatePod(string ns, PodRequest request, CancellationToken cancel = default) =>
        readings.OnlyRead<Done>("pod create");

    public Task<Reading<Done>> DeletePod(string ns, string name, CancellationToken cancel = default) =>
        readings.OnlyRead<Done>("pod delete");

    public Task<Reading<Done>> DeleteService(string ns, string name, CancellationToken cancel = default) =>
        readings.OnlyRead<Done>("service delete");

    public Task<Reading<Done>> DeleteDeployment(string ns, string name, CancellationToken cancel = default) =>
        readings.OnlyRead<Done>("deployment delete");

    private Task<Reading<IReadOnlyList<T>>> List<T>(KubeKind kind, string? ns, Func<KubeObject, T> fact) =>
        Answer<IReadOnlyList<T>>(kind.Plural, () => new([.. cluster.Store.List(kind, ns).Select(fact)]));

    private Task<Reading<T>> Answer<T>(string question, Func<Found<T>?> read)
    {
        lock (world.Gate)
        {
            if ((closed() ?? (cluster.WithoutEtcd ? Unreadable.ServerError : null)) is { } why)
                return Task.FromResult(readings.Unread<T>(question, why));
            return Task.FromResult(
                read() is { } found
                    ? readings.Seen(question, found.Value)
                    : readings.Unread<T>(question, Unreadable.NotFound)
            );
        }
    }
}
