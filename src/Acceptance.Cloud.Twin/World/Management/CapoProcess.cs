using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Controllers;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// CAPO's manager: at its start it looks for ORC's definition of an image, and ends soon after where there is none; the
/// kubelet starts it again, until the definition is there (D-034).
/// </summary>
internal sealed class CapoProcess(Ground ground, KubeCluster kube)
{
    private const string Namespace = "capo-system";

    public bool FindsOrc => kube.Store.Find(KubeKinds.CustomResourceDefinition, "", OrcInstall.Definition) is not null;

    /// <summary>It is started, as clusterctl init does; null while it has no pod.</summary>
    public KubeObject? Start()
    {
        if (kube.Store.List(KubeKinds.Pod, Namespace).FirstOrDefault() is not { } pod)
            return null;
        if (!FindsOrc)
            new CrashLoop(ground, kube, pod, "manager", () => !FindsOrc).Begin();
        return pod;
    }
}
