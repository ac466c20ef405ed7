using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>
/// A container that ends soon after each start. The kubelet starts it again after a back-off that doubles
/// from 10 s to 5 min; the pod's phase stays Running all the time, and in between it reads ready (FACTS 0.14).
/// </summary>
/// <param name="lacks">Whether it still lacks what it ends for; null: it ends until it is healed.</param>
internal sealed class CrashLoop(
    Ground ground,
    KubeCluster cluster,
    KubeObject victim,
    string container,
    Func<bool>? lacks = null
)
{
    private static readonly TimeSpan Lives = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private TimeSpan _backOff = TimeSpan.FromSeconds(10);
    private DateTimeOffset _started = victim.Created;
    private bool _down;
    private bool _healed;

    public void Begin() => Crash();

    /// <summary>Whatever ended it is gone: the container runs on, and keeps the count of its restarts.</summary>
    public void Heal()
    {
        _healed = true;
        if (_down)
            Restart();
    }

    private void Crash()
    {
        if (_healed || lacks?.Invoke() == false || Pod() is not { } pod)
            return;
        _down = true;
        Change(pod, status => PodText.Crash(status, container, _backOff, _started, ground.Now));
        ground.Clock.In(_backOff, Restart);
        _backOff = _backOff * 2 > Longest ? Longest : _backOff * 2;
    }

    private void Restart()
    {
        if (!_down || Pod() is not { } pod)
            return;
        _down = false;
        _started = ground.Now;
        Change(pod, status => PodText.Restart(status, container, Restarts(status) + 1, ground.Now));
        ground.Clock.In(Lives, Crash);
    }

    // A pod made in its place has the same fault.
    private KubeObject? Pod() =>
        cluster.Store.Find(KubeKinds.Pod, victim.Namespace, victim.Name)
        ?? cluster
            .Store.List(KubeKinds.Pod, victim.Namespace)
            .FirstOrDefault(pod =>
                pod.Condition("Ready") == "True" && victim.Owners.Any(owner => pod.OwnedBy((string)owner["uid"]!))
            );

    private int Restarts(JsonObject status) =>
        (int?)
            (status["containerStatuses"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .FirstOrDefault(one => (string?)one["name"] == container)
                ?["restartCount"]
        ?? 0;

    private void Change(KubeObject pod, Action<JsonObject> change) =>
        cluster.Store.Change(pod, body => change((JsonObject)body["status"]!));
}
