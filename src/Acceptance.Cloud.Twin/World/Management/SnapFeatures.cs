using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// The features of k8s-snap that a bootstrap with the whole cluster-config block turns on. Without the network no pod
/// gets an address, and the node is not ready (DOCFIX-024).
/// </summary>
internal sealed class SnapFeatures(Ground ground, KubeCluster kube)
{
    public const string OfNetwork = "network";
    public const string OfDns = "dns";

    private readonly HashSet<string> _on = [OfNetwork, OfDns];

    public bool Network => _on.Contains(OfNetwork);

    public bool Dns => _on.Contains(OfDns);

    /// <summary>As a bootstrap without the block leaves them: nothing that needs them runs.</summary>
    public void LeaveOff()
    {
        _on.Clear();
        kube.Controllers.Kubelet.WithoutNetwork = true;
        Report(ready: false);
        foreach (var feature in ManagementContent.Features)
            ManagementContent.Uninstall(kube, ManagementContent.SystemNamespace, feature);
        foreach (var pod in kube.Store.List(KubeKinds.Pod).ToArray())
            kube.Store.Remove(pod);
        kube.Controllers.Settle();
    }

    /// <summary>k8s enable.</summary>
    public void Enable(string feature)
    {
        if (!_on.Add(feature))
            return;
        if (feature == OfNetwork)
        {
            kube.Controllers.Kubelet.WithoutNetwork = false;
            Report(ready: true);
        }

        ManagementContent.InstallFeature(kube, ground, feature == OfNetwork ? "cilium" : "coredns");
    }

    private void Report(bool ready)
    {
        foreach (var node in kube.Store.List(KubeKinds.Node).ToArray())
            kube.Store.Change(node, body => NodeText.Report(body, ready, ground.Now));
    }
}
