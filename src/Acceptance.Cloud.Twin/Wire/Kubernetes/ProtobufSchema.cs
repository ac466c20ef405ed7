namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// The field numbers of the messages that kubectl sends as protobuf (create deploy, ns, configmap, secret; auth can-i,
/// whoami). A field is "name:type"; types: s string, i int, b bool, q IntOrString, map, bytemap, or another message; *
/// in front: repeated.
/// </summary>
internal static class ProtobufSchema
{
    private static readonly Dictionary<string, Dictionary<int, string>> Messages = new(StringComparer.Ordinal)
    {
        ["ObjectMeta"] = new()
        {
            [1] = "name:s",
            [2] = "generateName:s",
            [3] = "namespace:s",
            [11] = "labels:map",
            [12] = "annotations:map",
            [14] = "finalizers:*s",
        },
        ["Deployment"] = new() { [1] = "metadata:ObjectMeta", [2] = "spec:DeploymentSpec" },
        ["DeploymentSpec"] = new()
        {
            [1] = "replicas:i!",
            [2] = "selector:LabelSelector",
            [3] = "template:PodTemplateSpec",
            [4] = "strategy:DeploymentStrategy",
            [5] = "minReadySeconds:i",
            [6] = "revisionHistoryLimit:i!",
            [7] = "paused:b",
            [9] = "progressDeadlineSeconds:i",
        },
        ["DeploymentStrategy"] = new() { [1] = "type:s", [2] = "rollingUpdate:RollingUpdateDeployment" },
        ["RollingUpdateDeployment"] = new() { [1] = "maxUnavailable:q", [2] = "maxSurge:q" },
        ["LabelSelector"] = new() { [1] = "matchLabels:map" },
        ["PodTemplateSpec"] = new() { [1] = "metadata:ObjectMeta", [2] = "spec:PodSpec" },
        ["Pod"] = new() { [1] = "metadata:ObjectMeta", [2] = "spec:PodSpec" },
        ["PodSpec"] = new()
        {
            [2] = "containers:*Container",
            [3] = "restartPolicy:s",
            [4] = "terminationGracePeriodSeconds:i",
            [5] = "activeDeadlineSeconds:i",
            [6] = "dnsPolicy:s",
            [7] = "nodeSelector:map",
            [8] = "serviceAccountName:s",
            [10] = "nodeName:s",
            [11] = "hostNetwork:b",
            [19] = "schedulerName:s",
        },
        ["Container"] = new()
        {
            [1] = "name:s",
            [2] = "image:s",
            [3] = "command:*s",
            [4] = "args:*s",
            [5] = "workingDir:s",
            [6] = "ports:*ContainerPort",
            [7] = "env:*EnvVar",
            [13] = "terminationMessagePath:s",
            [14] = "imagePullPolicy:s",
            [20] = "terminationMessagePolicy:s",
        },
        ["ContainerPort"] = new()
        {
            [1] = "name:s",
            [2] = "hostPort:i",
            [3] = "containerPort:i",
            [4] = "protocol:s",
            [5] = "hostIP:s",
        },
        ["EnvVar"] = new() { [1] = "name:s", [2] = "value:s" },
        ["Namespace"] = new() { [1] = "metadata:ObjectMeta" },
        ["ConfigMap"] = new()
        {
            [1] = "metadata:ObjectMeta",
            [2] = "data:map",
            [3] = "binaryData:bytemap",
            [4] = "immutable:b",
        },
        ["Secret"] = new()
        {
            [1] = "metadata:ObjectMeta",
            [2] = "data:bytemap",
            [3] = "type:s",
            [4] = "stringData:map",
            [5] = "immutable:b",
        },
        ["SelfSubjectAccessReview"] = new() { [1] = "metadata:ObjectMeta", [2] = "spec:SelfSubjectAccessReviewSpec" },
        ["SelfSubjectAccessReviewSpec"] = new()
        {
            [1] = "resourceAttributes:ResourceAttributes",
            [2] = "nonResourceAttributes:NonResourceAttributes",
        },
        ["ResourceAttributes"] = new()
        {
            [1] = "namespace:s",
            [2] = "verb:s",
            [3] = "group:s",
            [4] = "version:s",
            [5] = "resource:s",
            [6] = "subresource:s",
            [7] = "name:s",
        },
        ["NonResourceAttributes"] = new() { [1] = "path:s", [2] = "verb:s" },
        ["SelfSubjectRulesReview"] = new() { [1] = "metadata:ObjectMeta", [2] = "spec:SelfSubjectRulesReviewSpec" },
        ["SelfSubjectRulesReviewSpec"] = new() { [1] = "namespace:s" },
        ["SelfSubjectReview"] = new() { [1] = "metadata:ObjectMeta" },
    };

    public static bool Knows(string message) => Messages.ContainsKey(message);

    /// <summary>The field's name and type; null: it is not needed.</summary>
    public static (string Name, string Type)? Field(string message, int number) =>
        Messages[message].TryGetValue(number, out var field) ? (field.Split(':')[0], field.Split(':')[1]) : null;
}
