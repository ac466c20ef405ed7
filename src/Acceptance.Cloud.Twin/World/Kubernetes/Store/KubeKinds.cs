namespace Acceptance.Cloud.Twin.World.Kubernetes.Store;

/// <summary>The built-in kinds that the twin's API servers serve (names, short names and categories of the captures' discovery).</summary>
public static class KubeKinds
{
    public static readonly KubeKind Namespace = new("", "Namespace", "namespaces", false) { ShortNames = ["ns"] };
    public static readonly KubeKind Node = new("", "Node", "nodes", false) { ShortNames = ["no"] };
    public static readonly KubeKind Pod = new("", "Pod", "pods", true) { ShortNames = ["po"], Categories = ["all"] };
    public static readonly KubeKind Service = new("", "Service", "services", true) { ShortNames = ["svc"], Categories = ["all"] };
    public static readonly KubeKind Secret = new("", "Secret", "secrets", true) { HasStatus = false };
    public static readonly KubeKind ConfigMap = new("", "ConfigMap", "configmaps", true) { ShortNames = ["cm"], HasStatus = false };
    public static readonly KubeKind Event = new("", "Event", "events", true) { ShortNames = ["ev"], HasStatus = false };
    public static readonly KubeKind ServiceAccount = new("", "ServiceAccount", "serviceaccounts", true) { ShortNames = ["sa"], HasStatus = false };
    public static readonly KubeKind Endpoints = new("", "Endpoints", "endpoints", true) { ShortNames = ["ep"], HasStatus = false };
    public static readonly KubeKind PersistentVolume = new("", "PersistentVolume", "persistentvolumes", false) { ShortNames = ["pv"] };
    public static readonly KubeKind PersistentVolumeClaim = new("", "PersistentVolumeClaim", "persistentvolumeclaims", true) { ShortNames = ["pvc"] };
    public static readonly KubeKind Deployment = new("apps", "Deployment", "deployments", true) { ShortNames = ["deploy"], Categories = ["all"], HasScale = true };
    public static readonly KubeKind ReplicaSet = new("apps", "ReplicaSet", "replicasets", true) { ShortNames = ["rs"], Categories = ["all"], HasScale = true };
    public static readonly KubeKind DaemonSet = new("apps", "DaemonSet", "daemonsets", true) { ShortNames = ["ds"], Categories = ["all"] };
    public static readonly KubeKind StatefulSet = new("apps", "StatefulSet", "statefulsets", true) { ShortNames = ["sts"], Categories = ["all"], HasScale = true };
    public static readonly KubeKind Job = new("batch", "Job", "jobs", true) { Categories = ["all"] };
    public static readonly KubeKind Lease = new("coordination.k8s.io", "Lease", "leases", true) { HasStatus = false };
    public static readonly KubeKind EndpointSlice = new("discovery.k8s.io", "EndpointSlice", "endpointslices", true) { HasStatus = false };
    public static readonly KubeKind StorageClass = new("storage.k8s.io", "StorageClass", "storageclasses", false) { ShortNames = ["sc"], HasStatus = false };
    public static readonly KubeKind CustomResourceDefinition = new("apiextensions.k8s.io", "CustomResourceDefinition", "customresourcedefinitions", false)
    {
        ShortNames = ["crd", "crds"], Categories = ["api-extensions"],
    };

    /// <summary>Every kind a plain cluster serves, in the order of discovery.</summary>
    public static IReadOnlyList<KubeKind> BuiltIn { get; } =
    [
        ConfigMap, Endpoints, Event, Namespace, Node, PersistentVolumeClaim, PersistentVolume, Pod, Secret, ServiceAccount, Service,
        DaemonSet, Deployment, ReplicaSet, StatefulSet, Job, Lease, EndpointSlice, StorageClass, CustomResourceDefinition,
    ];
}
