namespace Acceptance.Cloud.Kubernetes;

/// <summary>A Kubernetes API through one kubeconfig.</summary>
public interface IKubernetes
{
    /// <summary>The server named by the kubeconfig.</summary>
    Uri Server { get; }

    /// <summary>The CA of the kubeconfig, PEM.</summary>
    string CaPem { get; }

    /// <summary>gitVersion of GET /version.</summary>
    Task<Reading<string>> Version(CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<Node>>> Nodes(CancellationToken cancel = default);

    /// <summary>Pods of one namespace, or of all (null).</summary>
    Task<Reading<IReadOnlyList<Pod>>> Pods(string? ns = null, CancellationToken cancel = default);

    /// <summary>
    /// Objects of a custom kind in a namespace. NotFound when the server does not serve that version (D-042).
    /// </summary>
    Task<Reading<IReadOnlyList<CustomObject>>> List(CustomKind kind, string ns, CancellationToken cancel = default);

    /// <summary>A secret's data, decoded; never shown in evidence.</summary>
    Task<Reading<IReadOnlyDictionary<string, byte[]>>> Secret(
        string ns,
        string name,
        CancellationToken cancel = default
    );

    Task<Reading<IReadOnlyList<string>>> SecretNames(string ns, CancellationToken cancel = default);

    /// <summary>Services of a namespace with their labels and load balancer addresses.</summary>
    Task<Reading<IReadOnlyList<KubernetesService>>> Services(string ns, CancellationToken cancel = default);

    /// <summary>A deployment that answers HTTP (phase-08 D-011.4), labelled.</summary>
    Task<Reading<Done>> CreateDeployment(string ns, DeploymentRequest request, CancellationToken cancel = default);

    /// <summary>Exposes a deployment's pods as a Service of type LoadBalancer, labelled.</summary>
    Task<Reading<Done>> ExposeAsLoadBalancer(string ns, ServiceRequest request, CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<KubernetesDeployment>>> Deployments(string ns, CancellationToken cancel = default);

    /// <summary>A pod of no controller's, which is not started again when it has ended.</summary>
    Task<Reading<Done>> CreatePod(string ns, PodRequest request, CancellationToken cancel = default);

    Task<Reading<Done>> DeletePod(string ns, string name, CancellationToken cancel = default);

    Task<Reading<Done>> DeleteService(string ns, string name, CancellationToken cancel = default);

    Task<Reading<Done>> DeleteDeployment(string ns, string name, CancellationToken cancel = default);
}
