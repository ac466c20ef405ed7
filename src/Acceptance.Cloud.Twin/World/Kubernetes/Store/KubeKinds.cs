namespace Acceptance.Cloud.Twin.World.Kubernetes.Store;

/// <summary>
/// The built-in kinds that the twin's API servers serve (names, short names and categories of the captures' discovery).
/// </summary>
internal static class KubeKinds
{
    public static readonly KubeKind Namespace = new("", "Namespace", "namespaces", false) { ShortNames = ["ns"] };
    public static readonly KubeKind Node = new("", "Node", "nodes", false) { ShortNames = ["no"] };
    public static readonly KubeKind Pod = new("", "Pod", "pods", true)
    {
        HasGeneration = true,
        ShortNames = ["po"],
        Categories = ["all"],
    };
    public static readonly KubeKind Service = new("", "Service", "services", true)
    {
        ShortNames = ["svc"],
        Categories = ["all"],
    };
    public static readonly KubeKind Secret = new("", "Secret", "secrets", true) { HasStatus = false };
    public static readonly KubeKind ConfigMap = new("", "ConfigMap", "configmaps", true)
    {
        ShortNames = ["cm"],
        HasStatus = false,
    };
    public static readonly KubeKind Event = new("", "Event", "events", true) { ShortNames = ["ev"], HasStatus = false };
    public static readonly KubeKind ServiceAccount = new("", "ServiceAccount", "serviceaccounts", true)
    {
        ShortNames = ["sa"],
        HasStatus = false,
    };
    public static readonly KubeKind Endpoints = new("", "Endpoints", "endpoints", true)
    {
        ShortNames = ["ep"],
        HasStatus = false,
        Singular = "endpoints",
        Outdated = (33, "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice"),
    };
    public static readonly KubeKind PersistentVolume = new("", "PersistentVolume", "persistentvolumes", false)
    {
        ShortNames = ["pv"],
    };
    public static readonly KubeKind PersistentVolumeClaim = new(
        "",
        "PersistentVolumeClaim",
        "persistentvolumeclaims",
        true
    )
    {
        ShortNames = ["pvc"],
    };
    public static readonly KubeKind Deployment = new("apps", "Deployment", "deployments", true)
    {
        HasGeneration = true,
        ShortNames = ["deploy"],
        Categories = ["all"],
        HasScale = true,
    };
    public static readonly KubeKind ReplicaSet = new("apps", "ReplicaSet", "replicasets", true)
    {
        HasGeneration = true,
        ShortNames = ["rs"],
        Categories = ["all"],
        HasScale = true,
    };
    public static readonly KubeKind DaemonSet = new("apps", "DaemonSet", "daemonsets", true)
    {
        HasGeneration = true,
        ShortNames = ["ds"],
        Categories = ["all"],
    };
    public static readonly KubeKind StatefulSet = new("apps", "StatefulSet", "statefulsets", true)
    {
        HasGeneration = true,
        ShortNames = ["sts"],
        Categories = ["all"],
        HasScale = true,
    };
    public static readonly KubeKind Job = new("batch", "Job", "jobs", true)
    {
        HasGeneration = true,
        Categories = ["all"],
    };
    public static readonly KubeKind Lease = new("coordination.k8s.io", "Lease", "leases", true) { HasStatus = false };
    public static readonly KubeKind EndpointSlice = new("discovery.k8s.io", "EndpointSlice", "endpointslices", true)
    {
        HasGeneration = true,
        HasStatus = false,
    };
    public static readonly KubeKind StorageClass = new("storage.k8s.io", "StorageClass", "storageclasses", false)
    {
        ShortNames = ["sc"],
        HasStatus = false,
    };
    public static readonly KubeKind CustomResourceDefinition = new(
        "apiextensions.k8s.io",
        "CustomResourceDefinition",
        "customresourcedefinitions",
        false
    )
    {
        HasGeneration = true,
        ShortNames = ["crd", "crds"],
        Categories = ["api-extensions"],
    };

    public static readonly KubeKind ReplicationController = new(
        "",
        "ReplicationController",
        "replicationcontrollers",
        true
    )
    {
        ShortNames = ["rc"],
        Categories = ["all"],
        HasScale = true,
        HasGeneration = true,
    };
    public static readonly KubeKind ResourceQuota = new("", "ResourceQuota", "resourcequotas", true)
    {
        ShortNames = ["quota"],
    };
    public static readonly KubeKind LimitRange = new("", "LimitRange", "limitranges", true)
    {
        ShortNames = ["limits"],
        HasStatus = false,
    };
    public static readonly KubeKind CronJob = new("batch", "CronJob", "cronjobs", true)
    {
        ShortNames = ["cj"],
        Categories = ["all"],
        HasGeneration = true,
    };
    public static readonly KubeKind HorizontalPodAutoscaler = new(
        "autoscaling",
        "HorizontalPodAutoscaler",
        "horizontalpodautoscalers",
        true
    )
    {
        Versions = ["v2", "v1"],
        ShortNames = ["hpa"],
        Categories = ["all"],
    };
    public static readonly KubeKind Ingress = new("networking.k8s.io", "Ingress", "ingresses", true)
    {
        ShortNames = ["ing"],
        HasGeneration = true,
    };
    public static readonly KubeKind NetworkPolicy = new("networking.k8s.io", "NetworkPolicy", "networkpolicies", true)
    {
        ShortNames = ["netpol"],
        HasStatus = false,
        HasGeneration = true,
    };
    public static readonly KubeKind PodDisruptionBudget = new(
        "policy",
        "PodDisruptionBudget",
        "poddisruptionbudgets",
        true
    )
    {
        ShortNames = ["pdb"],
        HasGeneration = true,
    };
    public static readonly KubeKind Role = new("rbac.authorization.k8s.io", "Role", "roles", true)
    {
        HasStatus = false,
    };
    public static readonly KubeKind RoleBinding = new("rbac.authorization.k8s.io", "RoleBinding", "rolebindings", true)
    {
        HasStatus = false,
    };
    public static readonly KubeKind ClusterRole = new("rbac.authorization.k8s.io", "ClusterRole", "clusterroles", false)
    {
        HasStatus = false,
    };
    public static readonly KubeKind ClusterRoleBinding = new(
        "rbac.authorization.k8s.io",
        "ClusterRoleBinding",
        "clusterrolebindings",
        false
    )
    {
        HasStatus = false,
    };
    public static readonly KubeKind PriorityClass = new("scheduling.k8s.io", "PriorityClass", "priorityclasses", false)
    {
        ShortNames = ["pc"],
        HasStatus = false,
        HasGeneration = true,
    };

    /// <summary>Every kind a plain cluster serves, in the order of discovery.</summary>
    public static IReadOnlyList<KubeKind> BuiltIn { get; } =
    [
        ConfigMap,
        Endpoints,
        Event,
        Namespace,
        Node,
        PersistentVolumeClaim,
        PersistentVolume,
        Pod,
        Secret,
        ServiceAccount,
        Service,
        ReplicationController,
        ResourceQuota,
        LimitRange,
        DaemonSet,
        Deployment,
        ReplicaSet,
        StatefulSet,
        HorizontalPodAutoscaler,
        CronJob,
        Job,
        Ingress,
        NetworkPolicy,
        PodDisruptionBudget,
        ClusterRole,
        ClusterRoleBinding,
        Role,
        RoleBinding,
        PriorityClass,
        Lease,
        EndpointSlice,
        StorageClass,
        CustomResourceDefinition,
    ];
}
