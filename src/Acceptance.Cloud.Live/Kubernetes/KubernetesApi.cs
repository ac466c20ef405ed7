using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;
using k8s;
using k8s.Models;
using IKubernetes = Acceptance.Cloud.Kubernetes.IKubernetes;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>A Kubernetes API through KubernetesClient.</summary>
internal sealed class KubernetesApi : IKubernetes, IDisposable
{
    private const int PageSize = 500;

    private readonly k8s.Kubernetes _client;
    private readonly KubernetesCall _call;
    private readonly ByHand _kubectl;

    /// <param name="kubeconfig">What the file says.</param>
    /// <param name="path">The file, for the commands that reproduce a question by hand.</param>
    /// <param name="reservation">What each verdict that rests on an answer must say; null: nothing.</param>
    public KubernetesApi(
        Kubeconfig kubeconfig,
        string path,
        Trust trust,
        IRequestGate gate,
        ICloudClock clock,
        Deadlines deadlines,
        Redaction redaction,
        string run,
        Sentence? reservation = null
    )
    {
        (Server, CaPem) = (kubeconfig.Server, kubeconfig.CaPem);
        _kubectl = $"kubectl --kubeconfig {path}";
        redaction.Learn(kubeconfig.Token);
        redaction.Learn(kubeconfig.Password);
        var configuration = Configuration(kubeconfig);
        configuration.HttpClientTimeout = deadlines.Answer;
        configuration.UserAgent = $"acceptance/1.0 (run {run})";
        configuration.FirstMessageHandlerSetup = handler =>
        {
            handler.UseProxy = false;
            handler.UseCookies = false;
            handler.AllowAutoRedirect = false;
            handler.ConnectTimeout = deadlines.Connect;
            handler.SslOptions = trust.Tls();
        };
        var gated = new GatedHandler(gate, clock);
        _client = new k8s.Kubernetes(configuration, gated);
        _call = new KubernetesCall(gated, clock, deadlines, redaction, reservation ?? Reservation(kubeconfig));
    }

    /// <summary>
    /// Of data fields alone: the client would run and open what a file names. It is given no CA: its own verification
    /// holds no name, ours does.
    /// </summary>
    private static KubernetesClientConfiguration Configuration(Kubeconfig kubeconfig) =>
        new()
        {
            Host = kubeconfig.Server.OriginalString,
            TlsServerName = kubeconfig.ServerName,
            AccessToken = kubeconfig.Token,
            Username = kubeconfig.User,
            Password = kubeconfig.Password,
            ClientCertificateData = Base64(kubeconfig.CertificatePem),
            ClientCertificateKeyData = Base64(kubeconfig.KeyPem),
        };

    private static string? Base64(string? pem) =>
        pem is null ? null : Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(pem));

    private static Sentence? Reservation(Kubeconfig kubeconfig)
    {
        if (!kubeconfig.Unverified)
            return null;
        return $"{kubeconfig.Server.Authority} was believed without verification: its kubeconfig says "
            + $"insecure-skip-tls-verify, and the site allows it";
    }

    public Uri Server { get; }

    public string CaPem { get; }

    public Task<Reading<string>> Version(CancellationToken cancel = default) =>
        _call.Make(
            OperationCatalogue.KubernetesVersion,
            $"{_kubectl} version",
            async time => (await _client.Version.GetCodeAsync(cancellationToken: time)).GitVersion,
            cancel
        );

    public Task<Reading<IReadOnlyList<Node>>> Nodes(CancellationToken cancel = default) =>
        List(
            OperationCatalogue.Nodes,
            $"get nodes -o json",
            (next, time) =>
                _client.CoreV1.ListNodeAsync(limit: PageSize, continueParameter: next, cancellationToken: time),
            page => (page.Items, page.Metadata),
            Objects.Node,
            cancel
        );

    public Task<Reading<IReadOnlyList<Pod>>> Pods(string? ns = null, CancellationToken cancel = default) =>
        List(
            ns is null ? OperationCatalogue.AllPods : OperationCatalogue.Pods,
            ns is null ? (ByHand)$"get pods -A -o json" : $"-n {ns} get pods -o json",
            (next, time) =>
                ns is null
                    ? _client.CoreV1.ListPodForAllNamespacesAsync(
                        limit: PageSize,
                        continueParameter: next,
                        cancellationToken: time
                    )
                    : _client.CoreV1.ListNamespacedPodAsync(
                        ns,
                        limit: PageSize,
                        continueParameter: next,
                        cancellationToken: time
                    ),
            page => (page.Items, page.Metadata),
            Objects.Pod,
            cancel
        );

    public Task<Reading<IReadOnlyList<CustomObject>>> List(
        CustomKind kind,
        string ns,
        CancellationToken cancel = default
    ) =>
        _call.Make(
            OperationCatalogue.CustomObjects,
            $"{_kubectl} -n {ns} get {kind.Plural}.{kind.Version}.{kind.Group} -o json",
            async time =>
                Objects.Customs(
                    await _client.CustomObjects.ListNamespacedCustomObjectAsync(
                        kind.Group,
                        kind.Version,
                        ns,
                        kind.Plural,
                        cancellationToken: time
                    )
                ),
            cancel
        );

    public Task<Reading<IReadOnlyDictionary<string, byte[]>>> Secret(
        string ns,
        string name,
        CancellationToken cancel = default
    ) =>
        _call.Make<IReadOnlyDictionary<string, byte[]>>(
            OperationCatalogue.Secret,
            $"{_kubectl} -n {ns} get secret {name}",
            async time => new Dictionary<string, byte[]>(
                (await _client.CoreV1.ReadNamespacedSecretAsync(name, ns, cancellationToken: time)).Data
                    ?? new Dictionary<string, byte[]>()
            ),
            cancel
        );

    public Task<Reading<IReadOnlyList<string>>> SecretNames(string ns, CancellationToken cancel = default) =>
        List(
            OperationCatalogue.Secrets,
            $"-n {ns} get secrets -o name",
            (next, time) =>
                _client.CoreV1.ListNamespacedSecretAsync(
                    ns,
                    limit: PageSize,
                    continueParameter: next,
                    cancellationToken: time
                ),
            page => (page.Items, page.Metadata),
            secret => secret.Metadata?.Name ?? "",
            cancel
        );

    public Task<Reading<IReadOnlyList<KubernetesService>>> Services(string ns, CancellationToken cancel = default) =>
        List(
            OperationCatalogue.Services,
            $"-n {ns} get services -o json",
            (next, time) =>
                _client.CoreV1.ListNamespacedServiceAsync(
                    ns,
                    limit: PageSize,
                    continueParameter: next,
                    cancellationToken: time
                ),
            page => (page.Items, page.Metadata),
            Objects.Service,
            cancel
        );

    public Task<Reading<IReadOnlyList<KubernetesDeployment>>> Deployments(
        string ns,
        CancellationToken cancel = default
    ) =>
        List(
            OperationCatalogue.Deployments,
            $"-n {ns} get deployments -o json",
            (next, time) =>
                _client.AppsV1.ListNamespacedDeploymentAsync(
                    ns,
                    limit: PageSize,
                    continueParameter: next,
                    cancellationToken: time
                ),
            page => (page.Items, page.Metadata),
            Objects.Deployment,
            cancel
        );

    public Task<Reading<Done>> CreateDeployment(
        string ns,
        DeploymentRequest request,
        CancellationToken cancel = default
    ) =>
        Do(
            OperationCatalogue.CreateDeployment,
            $"-n {ns} create deployment {request.Name} --image={request.Image} --replicas={request.Replicas} "
                + $"-- {request.Command}",
            time =>
                _client.AppsV1.CreateNamespacedDeploymentAsync(
                    Manifests.Deployment(request),
                    ns,
                    cancellationToken: time
                ),
            cancel
        );

    public Task<Reading<Done>> ExposeAsLoadBalancer(
        string ns,
        ServiceRequest request,
        CancellationToken cancel = default
    ) =>
        Do(
            OperationCatalogue.CreateService,
            $"-n {ns} expose deployment {request.Deployment} --name={request.Name} --type=LoadBalancer "
                + $"--port={request.Port} --target-port={request.TargetPort}",
            time =>
                _client.CoreV1.CreateNamespacedServiceAsync(Manifests.Service(request), ns, cancellationToken: time),
            cancel
        );

    public Task<Reading<Done>> CreatePod(string ns, PodRequest request, CancellationToken cancel = default) =>
        Do(
            OperationCatalogue.CreatePod,
            $"-n {ns} run {request.Name} --image={request.Image} --restart=Never --command -- {request.Command}",
            time => _client.CoreV1.CreateNamespacedPodAsync(Manifests.Pod(request), ns, cancellationToken: time),
            cancel
        );

    public Task<Reading<Done>> DeletePod(string ns, string name, CancellationToken cancel = default) =>
        Do(
            OperationCatalogue.DeletePod,
            $"-n {ns} delete pod {name}",
            time => _client.CoreV1.DeleteNamespacedPodAsync(name, ns, cancellationToken: time),
            cancel
        );

    public Task<Reading<Done>> DeleteService(string ns, string name, CancellationToken cancel = default) =>
        Do(
            OperationCatalogue.DeleteService,
            $"-n {ns} delete service {name}",
            time => _client.CoreV1.DeleteNamespacedServiceAsync(name, ns, cancellationToken: time),
            cancel
        );

    public Task<Reading<Done>> DeleteDeployment(string ns, string name, CancellationToken cancel = default) =>
        Do(
            OperationCatalogue.DeleteDeployment,
            $"-n {ns} delete deployment {name}",
            time => _client.AppsV1.DeleteNamespacedDeploymentAsync(name, ns, cancellationToken: time),
            cancel
        );

    public void Dispose() => _client.Dispose();

    private Task<Reading<Done>> Do<T>(
        Operation operation,
        ByHand byHand,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancel
    ) =>
        _call.Make(
            operation,
            $"{_kubectl} {byHand}",
            async time =>
            {
                await call(time);
                return Done.It;
            },
            cancel
        );

    private Task<Reading<IReadOnlyList<TFact>>> List<TList, TItem, TFact>(
        Operation operation,
        ByHand byHand,
        Func<string?, CancellationToken, Task<TList>> page,
        Func<TList, (IList<TItem> Items, V1ListMeta? Meta)> read,
        Func<TItem, TFact> fact,
        CancellationToken cancel
    ) =>
        _call.Make<IReadOnlyList<TFact>>(
            operation,
            $"{_kubectl} {byHand}",
            async time =>
            {
                List<TFact> all = [];
                var pages = new Pages($"kubectl {byHand}");
                string? next = null;
                do
                {
                    var (items, meta) = read(await page(next, time));
                    all.AddRange((items ?? throw new System.Text.Json.JsonException("it has no items.")).Select(fact));
                    next = meta?.ContinueProperty;
                    if (next is { Length: > 0 } && pages.Turn(next) is { } endless)
                        throw new BoundExceededException(endless);
                } while (!string.IsNullOrEmpty(next));
                return all;
            },
            cancel
        );
}
