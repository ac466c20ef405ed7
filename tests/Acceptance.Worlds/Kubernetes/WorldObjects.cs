using System.Text.Json.Nodes;
using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Worlds.Kubernetes;

/// <summary>Stored objects as facts.</summary>
internal static class WorldObjects
{
    private const string ControlPlane = "node-role.kubernetes.io/control-plane";

    public static Node Node(KubeObject node) =>
        new(
            node.Name,
            State<ConditionStatus>.Read(node.Condition("Ready")),
            node.Status.Member("nodeInfo").Text("kubeletVersion") ?? "",
            [.. node.Spec.Items("taints").Select(taint => taint.Text("key")!)],
            node.Label(ControlPlane) is not null,
            [.. node.Status.Items("addresses").Select(address => address.Text("address")!)]
        );

    /// <summary>An init container that has finished well is none of the pod's any more.</summary>
    public static Pod Pod(KubeObject pod) =>
        new(
            pod.Namespace,
            pod.Name,
            State<PodPhase>.Read(pod.Status.Text("phase")),
            pod.Spec.Text("nodeName"),
            pod.Metadata.Texts("labels"),
            [
                .. pod
                    .Status.Items("initContainerStatuses")
                    .Where(status => Ended(status) is not { } ended || ended.Number("exitCode") != 0)
                    .Concat(pod.Status.Items("containerStatuses"))
                    .Select(Container),
            ]
        )
        {
            Reason = State<PodReason>.Read(pod.Status.Text("reason")),
        };

    public static KubernetesService Service(KubeObject service) =>
        new(
            service.Name,
            service.Spec.Text("type") ?? "",
            service.Spec.Items("ports").Select(port => port.Number("port")).FirstOrDefault(),
            [
                .. service
                    .Status.Member("loadBalancer")
                    .Items("ingress")
                    .Select(ingress => ingress.Text("ip") ?? ingress.Text("hostname") ?? "")
                    .Where(address => address.Length > 0),
            ],
            service.Metadata.Texts("labels"),
            service.Uid
        );

    public static KubernetesDeployment Deployment(KubeObject deployment) =>
        new(
            deployment.Name,
            deployment.Spec.Number("replicas"),
            deployment.Status.Number("readyReplicas"),
            deployment.Metadata.Texts("labels")
        );

    /// <summary>A custom object in the version that was asked for.</summary>
    public static CustomObject Custom(KubeObject found, string version)
    {
        var body = found.Body;
        if (found.Kind.Convert is { } convert)
            convert(body = (JsonObject)body.DeepClone(), version);
        var (metadata, status) = (body["metadata"], body["status"]);
        return new CustomObject(
            found.Name,
            metadata.Texts("labels"),
            State<ClusterApiPhase>.Read(status.Text("phase")),
            [
                .. new[] { status, status.Member("v1beta2"), status.Member("deprecated").Member("v1beta1") }
                    .SelectMany(contract => contract.Items("conditions"))
                    .Select(condition => new Condition(
                        condition.Text("type")!,
                        State<ConditionStatus>.Read(condition.Text("status")),
                        condition.Text("reason") ?? "",
                        condition.Text("message") ?? ""
                    )),
            ],
            found.Deleting,
            [.. found.Finalizers]
        )
        {
            Failure = string.Join(
                ": ",
                new[] { "failureReason", "failureMessage" }
                    .Select(name => status.Text(name) ?? status.Member("deprecated").Member("v1beta1").Text(name))
                    .OfType<string>()
            ),
            Ready = (bool?)status.Member("ready"),
        };
    }

    private static Container Container(JsonObject status)
    {
        var last =
            status.Member("lastState").Member("terminated")
            ?? (Ended(status) is { } ended && ended.Number("exitCode") != 0 ? ended : null);
        return new(
            status.Text("name")!,
            status.Text("image")!,
            status.Flag("ready"),
            status.Number("restartCount"),
            State<WaitingReason>.Read(status.Member("state").Member("waiting").Text("reason")),
            State<TerminationReason>.Read(last.Text("reason")),
            last.Moment("finishedAt")
        );
    }

    private static JsonNode? Ended(JsonObject status) => status.Member("state").Member("terminated");
}
