using Acceptance.Cloud.Twin.World.Kubernetes.Controllers;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// crash-loop: a container of an addon ends soon after every start, while its pod's phase reads Running (FACTS 0.14).
/// </summary>
internal static class CrashingAddon
{
    private static readonly string[] Addons =
    [
        "coredns",
        "metrics-server",
        "openstack-cloud-controller-manager",
        "openstack-cinder-csi-",
        "calico-",
        "node-feature-discovery-",
    ];

    public static Fault Of()
    {
        CrashLoop? loop = null;
        return new Fault(
            "crash-loop",
            "A container of a workload cluster's addon ends soon after every start; its pod's phase stays Running.",
            world =>
            {
                if (Complete.Draw(world) is not { } cluster || Pods(cluster) is not { Length: > 0 } pods)
                    return null;
                var pod = pods[world.Random.Next(pods.Length)];
                var containers = KubeContainers(pod);
                loop = new CrashLoop(world.Ground, cluster.Kube, pod, containers[world.Random.Next(containers.Length)]);
                loop.Begin();
                return $"{pod.Namespace}/{pod.Name}";
            },
            _ => loop?.Heal()
        );
    }

    private static KubeObject[] Pods(WorkloadCluster cluster) =>
        [
            .. cluster
                .Kube.Store.List(KubeKinds.Pod)
                .Where(pod =>
                    pod.Condition("Ready") == "True"
                    && Array.Exists(Addons, name => pod.Name.StartsWith(name, StringComparison.Ordinal))
                ),
        ];

    private static string[] KubeContainers(KubeObject pod) =>
        [.. (pod.Spec["containers"] as System.Text.Json.Nodes.JsonArray ?? []).Select(one => (string)one!["name"]!)];
}
