using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>Which pods stand behind a Service.</summary>
internal static class ServiceBackends
{
    /// <summary>Pods the selector meets that have an address.</summary>
    public static IEnumerable<KubeObject> PodsOf(ObjectStore store, KubeObject service)
    {
        if (service.Spec["selector"] is not JsonObject { Count: > 0 } selector)
            return [];
        return store
            .List(KubeKinds.Pod, service.Namespace)
            .Where(pod =>
                pod.Status["podIP"] is not null && selector.All(pair => pod.Label(pair.Key) == (string?)pair.Value)
            );
    }

    /// <summary>Those that get connections: ready and not ending.</summary>
    public static IReadOnlyList<KubeObject> Live(ObjectStore store, KubeObject service) =>
        [.. PodsOf(store, service).Where(pod => pod.Condition("Ready") == "True" && !pod.Deleting)];
}
