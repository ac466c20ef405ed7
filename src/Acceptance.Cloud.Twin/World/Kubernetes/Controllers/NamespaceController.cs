using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>Empties a namespace that is being deleted; what is stuck in it keeps it Terminating.</summary>
internal sealed class NamespaceController(KubeCluster cluster)
{
    public void Reconcile()
    {
        var store = cluster.Store;
        foreach (var ns in store.List(KubeKinds.Namespace).Where(one => one.Deleting).ToArray())
        {
            foreach (var inside in Inside(ns.Name).Where(one => !one.Deleting))
                store.Delete(inside, new Deletion { GraceSeconds = 0 });
            if (Inside(ns.Name).Length > 0)
                continue;
            store.Change(ns, body => ((JsonObject)body["spec"]!)["finalizers"] = new JsonArray());
        }
    }

    private KubeObject[] Inside(string ns) =>
        [.. cluster.Store.Everything().Where(one => one.Kind.Namespaced && one.Namespace == ns)];
}
