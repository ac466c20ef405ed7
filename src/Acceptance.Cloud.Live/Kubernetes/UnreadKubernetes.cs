using Acceptance.Cloud.Kubernetes;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// A cluster whose kubeconfig does not serve: each question is answered with the sentence that says so.
/// </summary>
internal sealed class UnreadKubernetes(Failure failure) : IKubernetes
{
    public Uri Server { get; } = new("https://kubeconfig.invalid/");

    public string CaPem => "";

    public Task<Reading<string>> Version(CancellationToken cancel = default) => Unread<string>();

    public Task<Reading<IReadOnlyList<Node>>> Nodes(CancellationToken cancel = default) =>
        Unread<IReadOnlyList<Node>>();

    public Task<Reading<IReadOnlyList<Pod>>> Pods(string? ns = null, CancellationToken cancel = default) =>
        Unread<IReadOnlyList<Pod>>();

    public Task<Reading<IReadOnlyList<CustomObject>>> List(
        CustomKind kind,
        string ns,
        CancellationToken cancel = default
    ) => Unread<IReadOnlyList<CustomObject>>();

    public Task<Reading<IReadOnlyDictionary<string, byte[]>>> Secret(
        string ns,
        string name,
        CancellationToken cancel = default
    ) => Unread<IReadOnlyDictionary<string, byte[]>>();

    public Task<Reading<IReadOnlyList<string>>> SecretNames(string ns, CancellationToken cancel = default) =>
        Unread<IReadOnlyList<string>>();

    public Task<Reading<IReadOnlyList<KubernetesService>>> Services(string ns, CancellationToken cancel = default) =>
        Unread<IReadOnlyList<KubernetesService>>();

    public Task<Reading<Done>> CreateDeployment(
        string ns,
        DeploymentRequest request,
        CancellationToken cancel = default
    ) => Unread<Done>();

    public Task<Reading<Done>> ExposeAsLoadBalancer(
        string ns,
        ServiceRequest request,
        CancellationToken cancel = default
    ) => Unread<Done>();

    public Task<Reading<IReadOnlyList<KubernetesDeployment>>> Deployments(
        string ns,
        CancellationToken cancel = default
    ) => Unread<IReadOnlyList<KubernetesDeployment>>();

    public Task<Reading<Done>> CreatePod(string ns, PodRequest request, CancellationToken cancel = default) =>
        Unread<Done>();

    public Task<Reading<Done>> DeletePod(string ns, string name, CancellationToken cancel = default) => Unread<Done>();

    public Task<Reading<Done>> DeleteService(string ns, string name, CancellationToken cancel = default) =>
        Unread<Done>();

    public Task<Reading<Done>> DeleteDeployment(string ns, string name, CancellationToken cancel = default) =>
        Unread<Done>();

    private Task<Reading<T>> Unread<T>() => Task.FromResult(failure.As<T>());
}
