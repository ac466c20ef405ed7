using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>
/// Makes a ReplicaSet per pod template, rolls from one to the next, and writes the Deployment's status.
/// </summary>
internal sealed class DeploymentController(Ground ground, KubeCluster cluster)
{
    private const string Revision = "deployment.kubernetes.io/revision";
    private const string Hash = "pod-template-hash";

    /// <summary>A stored body is never changed: its template has one hash.</summary>
    private static readonly ConditionalWeakTable<JsonNode, string> Hashes = [];

    public void Reconcile()
    {
        foreach (var deployment in cluster.Store.List(KubeKinds.Deployment).Where(one => !one.Deleting).ToArray())
            Reconcile(deployment);
    }

    private void Reconcile(KubeObject deployment)
    {
        var store = cluster.Store;
        var sets = store
            .List(KubeKinds.ReplicaSet, deployment.Namespace)
            .Where(set => set.OwnedBy(deployment.Uid))
            .ToArray();
        var hash = Hashes.GetValue(deployment.Spec["template"]!, HashOf);
        var wanted = (int?)deployment.Spec["replicas"] ?? 1;
        var current = Array.Find(sets, set => set.Label(Hash) == hash);
        if (current is null)
        {
            current = store.Create(KubeKinds.ReplicaSet, SetOf(deployment, hash, wanted, sets.Length + 1));
            sets = [.. sets, current];
            deployment = store.Change(
                deployment,
                body =>
                    Defaulting.Member((JsonObject)body["metadata"]!, "annotations")[Revision] = sets.Length.ToString(
                        CultureInfo.InvariantCulture
                    )
            );
        }
        else if ((int?)current.Spec["replicas"] != wanted)
        {
            current = store.Change(current, body => body["spec"]!["replicas"] = wanted);
        }

        // The old pods go once the new ones serve.
        if (Count(current, "readyReplicas") >= wanted)
        {
            foreach (var old in sets.Where(set => set.Uid != current.Uid && (int?)set.Spec["replicas"] > 0).ToArray())
                store.Change(old, body => body["spec"]!["replicas"] = 0);
        }

        store.ChangeStatus(deployment, Status(deployment, current, sets, wanted));
    }

    private static int Count(KubeObject set, string member) => (int?)set.Status[member] ?? 0;

    private JsonObject Status(KubeObject deployment, KubeObject current, IReadOnlyList<KubeObject> sets, int wanted)
    {
        var status = new JsonObject { ["observedGeneration"] = deployment.Metadata["generation"]?.DeepClone() };
        var ready = sets.Sum(set => Count(set, "readyReplicas"));
        var replicas = sets.Sum(set => Count(set, "replicas"));
        if (replicas > 0)
            status["replicas"] = replicas;
        if (Count(current, "replicas") is > 0 and var updated)
            status["updatedReplicas"] = updated;
        if (ready > 0)
        {
            status["readyReplicas"] = ready;
            status["availableReplicas"] = ready;
        }

        if (wanted > ready)
            status["unavailableReplicas"] = wanted - ready;
        if (cluster.Minor >= 35)
            status["terminatingReplicas"] = 0;
        status["conditions"] = Conditions(deployment, current, ready, wanted);
        return status;
    }

    private JsonArray Conditions(KubeObject deployment, KubeObject current, int ready, int wanted)
    {
        var available = ready >= wanted - wanted / 4;
        var complete = ready >= wanted && Count(current, "readyReplicas") >= wanted;
        return new JsonArray(
            Condition(
                deployment,
                "Available",
                available,
                available
                    ? ("MinimumReplicasAvailable", "Deployment has minimum availability.")
                    : ("MinimumReplicasUnavailable", "Deployment does not have minimum availability.")
            ),
            Condition(
                deployment,
                "Progressing",
                true,
                complete
                    ? ("NewReplicaSetAvailable", $"ReplicaSet \"{current.Name}\" has successfully progressed.")
                    : ("ReplicaSetUpdated", $"ReplicaSet \"{current.Name}\" is progressing.")
            )
        );
    }

    private JsonObject Condition(KubeObject deployment, string type, bool holds, (string Reason, string Message) says)
    {
        var before = (deployment.Status["conditions"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .FirstOrDefault(one => (string?)one["type"] == type);
        var status = holds ? "True" : "False";
        if (before is not null && (string?)before["status"] == status && (string?)before["reason"] == says.Reason)
            return (JsonObject)before.DeepClone();
        return new JsonObject
        {
            ["type"] = type,
            ["status"] = status,
            ["lastUpdateTime"] = KubeObject.Stamp(ground.Now),
            ["lastTransitionTime"] = KubeObject.Stamp(ground.Now),
            ["reason"] = says.Reason,
            ["message"] = says.Message,
        };
    }

    private static JsonObject SetOf(KubeObject deployment, string hash, int wanted, int revision)
    {
        var template = (JsonObject)deployment.Spec["template"]!.DeepClone();
        Defaulting.Member(Defaulting.Member(template, "metadata"), "labels")[Hash] = hash;
        var labels = (JsonObject)template["metadata"]!["labels"]!.DeepClone();
        var selector = (JsonObject)deployment.Spec["selector"]!.DeepClone();
        Defaulting.Member(selector, "matchLabels")[Hash] = hash;
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{deployment.Name}-{hash}",
                ["namespace"] = deployment.Namespace,
                ["labels"] = labels,
                ["annotations"] = new JsonObject
                {
                    ["deployment.kubernetes.io/desired-replicas"] = wanted.ToString(CultureInfo.InvariantCulture),
                    [Revision] = revision.ToString(CultureInfo.InvariantCulture),
                },
                ["ownerReferences"] = new JsonArray(ObjectText.Owner(deployment)),
            },
            ["spec"] = new JsonObject
            {
                ["replicas"] = wanted,
                ["selector"] = selector,
                ["template"] = template,
            },
            ["status"] = new JsonObject { ["replicas"] = 0 },
        };
    }

    // kube-controller-manager hashes with FNV-1a and spells the decimal digits in the safe alphabet.
    private static string HashOf(JsonNode template)
    {
        var hash = 2166136261u;
        foreach (var one in Encoding.UTF8.GetBytes(template.ToJsonString()))
            hash = (hash ^ one) * 16777619u;
        const string letters = "bcdfghjklmnpqrstvwxz2456789";
        return string.Concat(
            hash.ToString(CultureInfo.InvariantCulture).Select(digit => letters[digit % letters.Length])
        );
    }
}
