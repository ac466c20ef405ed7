using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// One cluster of the twin as the captured rig's users see it: a recorder and a kubeconfig for each identity.
/// </summary>
internal sealed partial class RigCluster : IAsyncDisposable
{
    private const string Token = "conformance";
    private readonly TwinWorld _world;
    private readonly string _home;
    private readonly Dictionary<string, (Upstream Way, string Kubeconfig)> _identities = new(StringComparer.Ordinal);
    private readonly List<string> _refusals = [];
    private readonly HashSet<(string, string, string)> _natives;

    public RigCluster(TwinWorld world, KubeCluster kube, string server, string home)
    {
        (_world, Kube, Server, _home) = (world, kube, server, home);
        Directory.CreateDirectory(home);
        lock (world.Gate)
            _natives = [.. kube.Store.Everything().Select(one => (one.Kind.Plural, one.Namespace, one.Name))];
        kube.Tokens[Token] = new KubeUser("token-admin", ["system:masters", "system:authenticated"]);
        // The captured rig had neither a scheduler nor kubelets.
        kube.Controllers.Scheduler.Stopped = kube.Controllers.Kubelet.Stopped = true;
        Recorder = new Recorder(world.Pki.Server(kube.Ca, "kube-apiserver", ["127.0.0.1"], []));
        Admin = new Upstream(server, kube.Ca, world.Pki.Client(kube.Ca, "recorder", "system:masters"));
    }

    public KubeCluster Kube { get; }

    public string Server { get; }

    /// <summary>The rig's own hand: not one of the captured users.</summary>
    public Upstream Admin { get; }

    public Recorder Recorder { get; }

    public Translation Names { get; } = new();

    /// <summary>What the twin refused to become, for who reads a difference.</summary>
    public IReadOnlyList<string> TakeRefusals()
    {
        var all = _refusals.ToArray();
        _refusals.Clear();
        return all;
    }

    /// <summary>Asks as the rig's own hand.</summary>
    public async Task<Exchange> Ask(
        string method,
        string path,
        System.Text.Json.Nodes.JsonNode? body = null,
        string type = "application/json",
        string query = ""
    )
    {
        var said = await Admin.Ask(method, path, body, type, query);
        if (said.Status >= 300 && method is not ("DELETE" or "GET"))
            _refusals.Add($"{method} {path}: {said.Status} {said.Body?.ToJsonString()}");
        return said;
    }

    public object Gate => _world.Gate;

    public (Upstream Way, string Kubeconfig) As(string identity)
    {
        if (_identities.TryGetValue(identity, out var known))
        {
            Recorder.Way = known.Way;
            return known;
        }

        using var client = identity is "admin" or "viewer"
            ? _world.Pki.Client(Kube.Ca, identity, identity == "admin" ? "system:masters" : "viewers")
            : null;
        var way = new Upstream(Server, Kube.Ca, client);
        Recorder.Way = way;
        var file = Path.Combine(_home, $"{identity}.kubeconfig");
        var context = identity == "admin" ? "system:masters" : "viewers";
        File.WriteAllText(
            file,
            Credentials(
                identity,
                Kube.Kubeconfig(Recorder.Address, identity, context)
                    .Replace($"{identity}@{Kube.Name}", Kube.Name, StringComparison.Ordinal)
            )
        );
        return _identities[identity] = (way, file);
    }

    /// <summary>The credential that an identity sends with a request of its own, beside a certificate.</summary>
    public string? Authorization(string identity) =>
        identity switch
        {
            "token" => $"Bearer {Token}",
            "badtoken" => "Bearer wrong",
            _ => null,
        };

    public KubeObject? Find(string plural, string group, string ns, string name)
    {
        lock (Gate)
            return KindOf(plural, group) is { } kind ? Kube.Store.Find(kind, kind.Namespaced ? ns : "", name) : null;
    }

    /// <summary>It was in the twin's own world from the start.</summary>
    public bool IsNative(ApiPath where) => _natives.Contains((where.Plural, where.Namespace, where.Name!));

    public KubeKind? KindOf(string plural, string group) =>
        Kube.Kinds.FirstOrDefault(kind => kind.Plural == plural && kind.Group == group);

    /// <summary>
    /// The twin's own object that plays the part of a captured one: the same name but for what was drawn at random.
    /// </summary>
    public string? Stand(string plural, string group, string ns, string captured)
    {
        if (Names.TwinOf(captured) is { } known)
            return known;
        lock (Gate)
        {
            if (KindOf(plural, group) is not { } kind)
                return null;
            var stem = Stem(plural, Names.ToTwin(captured));
            var match = Kube
                .Store.List(kind, kind.Namespaced ? ns : null)
                .Select(one => one.Name)
                .FirstOrDefault(name => Stem(plural, name) == stem && !Names.IsTaken(name));
            if (match is not null)
                Names.Learn(captured, match);
            return match;
        }
    }

    /// <summary>The Deployment behind a pod; null: it stands for itself.</summary>
    public string? OwnerOf(string ns, string pod)
    {
        lock (Gate)
        {
            var set = Kube
                .Store.Find(KubeKinds.Pod, ns, pod)
                ?.Owners.FirstOrDefault(one => (string?)one["kind"] == "ReplicaSet");
            return (string?)
                Kube
                    .Store.Find(KubeKinds.ReplicaSet, ns, (string?)set?["name"] ?? "")
                    ?.Owners.FirstOrDefault()
                    ?["name"];
        }
    }

    /// <summary>The machine under a node is on or off, and everybody has noticed.</summary>
    public void Power(string node, bool on)
    {
        lock (Gate)
        {
            if (_world.Compute.Servers.Find(node) is not { } server || _world.Compute.Servers.Runs(server) == on)
                return;
            if (on)
                _world.Compute.Power.Start(server);
            else
                _world.Compute.Power.Stop(server);
        }

        for (var step = 0; step < 8; step++)
        {
            Pass(TimeSpan.FromSeconds(20));
            Kube.Controllers.Trigger();
        }
    }

    public void Pass(TimeSpan span) => _world.Clock.Advance(span);

    public async ValueTask DisposeAsync()
    {
        await Recorder.DisposeAsync();
        foreach (var (way, _) in _identities.Values)
            way.Dispose();

        Admin.Dispose();
    }

    private static string Credentials(string identity, string kubeconfig) =>
        identity switch
        {
            "token" => Certificate().Replace(kubeconfig, $"    token: {Token}\n"),
            "badtoken" => Certificate().Replace(kubeconfig, "    token: wrong\n"),
            "anon" => Certificate().Replace(kubeconfig, "    username: nobody\n    password: nothing\n"),
            _ => kubeconfig,
        };

    // The last five letters of a controlled pod are drawn from letters that may spell a word.
    private static string Stem(string plural, string name)
    {
        var parts = name.Split('-');
        return string.Join(
            '-',
            parts.Select(
                (part, at) =>
                    Drawn().IsMatch(part) || (plural == "pods" && at == parts.Length - 1 && at > 1 && part.Length == 5)
                        ? "*"
                        : part
            )
        );
    }

    [GeneratedRegex(@" +client-certificate-data: .*\n +client-key-data: .*\n")]
    private static partial Regex Certificate();

    [GeneratedRegex(
        "^(?:(?=.*[0-9])[a-z0-9]{5,}|[bcdfghjklmnpqrstvwxz2456789]{5}|[bcdfghjklmnpqrstvwxz2456789]{8,10})$"
    )]
    private static partial Regex Drawn();
}
