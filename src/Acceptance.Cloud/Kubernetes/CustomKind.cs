namespace Acceptance.Cloud.Kubernetes;

/// <summary>A custom resource by group, version and plural.</summary>
public sealed record CustomKind(string Group, string Version, string Plural)
{
    public static CustomKind Cluster { get; } = new("cluster.x-k8s.io", "v1beta1", "clusters");

    public static CustomKind Machine { get; } = new("cluster.x-k8s.io", "v1beta1", "machines");

    public static CustomKind MachineDeployment { get; } = new("cluster.x-k8s.io", "v1beta1", "machinedeployments");

    public static CustomKind ControlPlane { get; } =
        new("controlplane.cluster.x-k8s.io", "v1beta1", "kubeadmcontrolplanes");

    public static CustomKind OpenStackCluster { get; } =
        new("infrastructure.cluster.x-k8s.io", "v1beta1", "openstackclusters");
}
