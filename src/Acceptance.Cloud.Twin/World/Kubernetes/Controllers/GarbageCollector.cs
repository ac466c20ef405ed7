using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>
/// Deletes what has lost all its owners, and lets an owner go whose foreground deletion has taken its dependents.
/// </summary>
internal sealed class GarbageCollector(KubeCluster cluster)
{
    private readonly HashSet<string> _absent = [];

    public void Reconcile()
    {
        var store = cluster.Store;
        var all = store.Everything().ToArray();
        var uids = all.Select(one => one.Uid).ToHashSet();
        foreach (
            var orphan in all.Where(one =>
                one.Owners.Any()
                && !one.Deleting
                && one.Owners.All(owner => !uids.Contains((string?)owner["uid"] ?? ""))
            )
        )
        {
            if (_absent.Add(orphan.Uid))
                store.Delete(orphan);
        }

        foreach (var owner in all.Where(one => one.Deleting && one.Finalizers.Contains("foregroundDeletion")))
            Foreground(store, owner);
    }

    private static void Foreground(ObjectStore store, KubeObject owner)
    {
        var dependents = store.Dependents(owner).ToArray();
        foreach (var dependent in dependents.Where(one => !one.Deleting))
            store.Delete(dependent, new Deletion { Propagation = "Foreground" });
        if (
            dependents.Length > 0
            || store.Find(owner.Kind, owner.Namespace, owner.Name) is not { } still
            || still.Uid != owner.Uid
        )
            return;
        store.Change(
            still,
            body =>
            {
                var finalizers = (System.Text.Json.Nodes.JsonArray)body["metadata"]!["finalizers"]!;
                foreach (var own in finalizers.Where(one => (string?)one == "foregroundDeletion").ToArray())
                    finalizers.Remove(own);
            }
        );
    }
}
