using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World.Kubernetes.Controllers;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>
/// One Kubernetes cluster: its authority, the kinds its API serves, its objects, its controllers, and who may come in.
/// </summary>
internal sealed class KubeCluster
{
    private readonly Ground _ground;
    private List<KubeKind> _kinds;

    public KubeCluster(Ground ground, string name, string version, IReadOnlyList<KubeKind> kinds)
    {
        _ground = ground;
        Name = name;
        Version = version;
        _kinds = [.. kinds];
        Store = new ObjectStore(ground);
        Ca = ground.Pki.Authority("kubernetes");
        Controllers = new ControllerManager(ground, this);
    }

    public string Name { get; }

    /// <summary>gitVersion with its v ("v1.34.8").</summary>
    public string Version { get; set; }

    /// <summary>The second number of the version.</summary>
    public int Minor => int.Parse(Version.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<KubeKind> Kinds => _kinds;

    /// <summary>
    /// etcd has gone from behind the API server: it is up, and answers nothing that it would have to read or write.
    /// </summary>
    public bool WithoutEtcd { get; set; }

    /// <summary>What answers a pod finds its way back to it; else a connect of a pod hangs.</summary>
    public Func<bool> AnswersReachPods { get; set; } = () => true;

    public ObjectStore Store { get; }

    /// <summary>The authority behind the API server and its clients.</summary>
    public X509Certificate2 Ca { get; init; }

    public ControllerManager Controllers { get; }

    /// <summary>The first two octets of cluster addresses.</summary>
    public string ServicePrefix { get; init; } = "10.152";

    /// <summary>Bearer tokens and whose they are; any other is 401.</summary>
    public Dictionary<string, KubeUser> Tokens { get; } = [];

    /// <summary>
    /// What a user without system:masters may do ("list", "nodes"); a viewer without rights has none.
    /// </summary>
    public HashSet<(string User, string Verb, string Resource)> Rights { get; } = [];

    /// <summary>
    /// A kubeconfig with a client certificate of this cluster, PEM in base64 as kubectl and KubernetesClient read it.
    /// </summary>
    public string Kubeconfig(string server, string user = "kubernetes-admin", string group = "system:masters")
    {
        using var certificate = _ground.Pki.Client(Ca, user, group);
        return Kubernetes.Kubeconfig.Of(Name, server, user, Ca, certificate);
    }

    /// <summary>
    /// Validating webhooks with failurePolicy Fail that cannot be reached, by the kind they judge: their name,
    /// what is posted where, and why it failed.
    /// </summary>
    public Dictionary<KubeKind, (string Name, string Url, string Why)> LostWebhooks { get; } = [];

    /// <summary>What a CustomResourceDefinition's coming or change does: the kind is served so from now on.</summary>
    public void Serve(KubeKind kind) => _kinds = [.. _kinds.Where(one => one != kind), kind];

    /// <summary>The server has gone from under its open connections.</summary>
    public event Action? Interrupted;

    internal void Interrupt() => Interrupted?.Invoke();

    internal string Draw(int letters) => _ground.NewSuffix(letters);

    internal int DrawNodePort() => _ground.Random.Next(30000, 32768);
}
