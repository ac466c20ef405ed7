using System.Text.Json;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live.Json;
using k8s.Models;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>Objects of the API as facts.</summary>
internal static class Objects
{
    private const string ControlPlane = "node-role.kubernetes.io/control-plane";

    public static Node Node(V1Node node) =>
        new(
            Name(node.Metadata),
            State<ConditionStatus>.Read(
                node.Status?.Conditions?.FirstOrDefault(condition => condition.Type == "Ready")?.Status
            ),
            node.Status?.NodeInfo?.KubeletVersion ?? "",
            [.. (node.Spec?.Taints ?? []).Select(taint => taint.Key)],
            node.Metadata?.Labels?.ContainsKey(ControlPlane) ?? false,
            [.. (node.Status?.Addresses ?? []).Select(address => address.Address)]
        );

    /// <summary>
    /// An init container that has finished well is no longer one of the pod's; one that fails is what holds it back.
    /// </summary>
    public static Pod Pod(V1Pod pod) =>
        new(
            pod.Metadata?.NamespaceProperty ?? "",
            Name(pod.Metadata),
            State<PodPhase>.Read(pod.Status?.Phase),
            pod.Spec?.NodeName,
            Labels(pod.Metadata),
            [
                .. (pod.Status?.InitContainerStatuses ?? [])
                    .Where(container => container.State?.Terminated is not { ExitCode: 0 })
                    .Select(Container),
                .. (pod.Status?.ContainerStatuses ?? []).Select(Container),
            ]
        )
        {
            Reason = State<PodReason>.Read(pod.Status?.Reason),
        };

    public static KubernetesService Service(V1Service service) =>
        new(
            Name(service.Metadata),
            service.Spec?.Type ?? "",
            service.Spec?.Ports?.FirstOrDefault()?.Port ?? 0,
            [
                .. (service.Status?.LoadBalancer?.Ingress ?? [])
                    .Select(ingress => ingress.Ip ?? ingress.Hostname ?? "")
                    .Where(address => address.Length > 0),
            ],
            Labels(service.Metadata),
            service.Metadata?.Uid ?? ""
        );

    public static KubernetesDeployment Deployment(V1Deployment deployment) =>
        new(
            Name(deployment.Metadata),
            deployment.Spec?.Replicas ?? 0,
            deployment.Status?.ReadyReplicas ?? 0,
            Labels(deployment.Metadata)
        );

    public static IReadOnlyList<CustomObject> Customs(object list) =>
        [.. new Field((JsonElement)list, "")["items"].List().Select(Custom)];

    private static CustomObject Custom(Field item)
    {
        var meta = item["metadata"];
        return new CustomObject(
            meta["name"].Text(),
            meta["labels"].Texts(),
            item["status"]["phase"].StateOrUnsaid<ClusterApiPhase>(),
            [
                .. ConditionsOf(item["status"])
                    .Select(condition => new Condition(
                        condition["type"].Text(),
                        condition["status"].State<ConditionStatus>(),
                        condition["reason"].TextOrNull() ?? "",
                        condition["message"].TextOrNull() ?? ""
                    )),
            ],
            meta["deletionTimestamp"].TextOrNull() is not null,
            [.. meta["finalizers"].ListOrNone().Select(finalizer => finalizer.Text())]
        )
        {
            Failure = string.Join(
                ": ",
                new[] { "failureReason", "failureMessage" }
                    .Select(name =>
                        item["status"][name].TextOrNull() ?? item["status"]["deprecated"]["v1beta1"][name].TextOrNull()
                    )
                    .OfType<string>()
            ),
            Ready = item["status"]["ready"] is { IsAbsent: false } ready ? ready.Flag() : null,
        };
    }

    /// <summary>
    /// Both contracts write side by side: what is new stands in v1beta2 of the older version, what is old in
    /// deprecated.v1beta1 of the newer. A type that both have is told by both.
    /// </summary>
    private static IEnumerable<Field> ConditionsOf(Field status) =>
        new[] { status, status["v1beta2"], status["deprecated"]["v1beta1"] }.SelectMany(contract =>
            contract["conditions"].ListOrNone()
        );

    private static Container Container(V1ContainerStatus status)
    {
        var last =
            status.LastState?.Terminated ?? (status.State?.Terminated is { ExitCode: not 0 } ended ? ended : null);
        return new Container(
            status.Name,
            status.Image,
            status.Ready,
            status.RestartCount,
            State<WaitingReason>.Read(status.State?.Waiting?.Reason),
            State<TerminationReason>.Read(last?.Reason),
            last?.FinishedAt is { } at
                ? new DateTimeOffset(DateTime.SpecifyKind(at.ToUniversalTime(), DateTimeKind.Utc))
                : null
        );
    }

    private static string Name(V1ObjectMeta? meta) => meta?.Name ?? "";

    private static IReadOnlyDictionary<string, string> Labels(V1ObjectMeta? meta) =>
        meta?.Labels is { } labels ? new Dictionary<string, string>(labels) : new Dictionary<string, string>();
}
