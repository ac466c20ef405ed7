using Acceptance.Cloud.Kubernetes;
using k8s.Models;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// What is created, as `kubectl create deployment` and `kubectl expose` would: the pods are found by app=NAME.
/// </summary>
internal static class Manifests
{
    public static V1Deployment Deployment(DeploymentRequest request) =>
        new()
        {
            ApiVersion = "apps/v1",
            Kind = V1Deployment.KubeKind,
            Metadata = new V1ObjectMeta { Name = request.Name, Labels = Labels(request.Labels, request.Name) },
            Spec = new V1DeploymentSpec
            {
                Replicas = request.Replicas,
                Selector = new V1LabelSelector { MatchLabels = App(request.Name) },
                Template = new V1PodTemplateSpec
                {
                    Metadata = new V1ObjectMeta { Labels = Labels(request.Labels, request.Name) },
                    Spec = new V1PodSpec
                    {
                        Containers =
                        [
                            new V1Container
                            {
                                Name = request.Name,
                                Image = request.Image,
                                Command = [.. request.Command],
                            },
                        ],
                    },
                },
            },
        };

    public static V1Pod Pod(PodRequest request) =>
        new()
        {
            ApiVersion = "v1",
            Kind = V1Pod.KubeKind,
            Metadata = new V1ObjectMeta { Name = request.Name, Labels = Labels(request.Labels, request.Name) },
            Spec = new V1PodSpec
            {
                RestartPolicy = "Never",
                Containers =
                [
                    new V1Container
                    {
                        Name = request.Name,
                        Image = request.Image,
                        Command = [.. request.Command],
                    },
                ],
            },
        };

    public static V1Service Service(ServiceRequest request) =>
        new()
        {
            ApiVersion = "v1",
            Kind = V1Service.KubeKind,
            Metadata = new V1ObjectMeta { Name = request.Name, Labels = Labels(request.Labels, request.Deployment) },
            Spec = new V1ServiceSpec
            {
                Type = "LoadBalancer",
                Selector = App(request.Deployment),
                Ports =
                [
                    new V1ServicePort
                    {
                        Port = request.Port,
                        TargetPort = request.TargetPort,
                        Protocol = "TCP",
                    },
                ],
            },
        };

    private static Dictionary<string, string> App(string name) => new() { ["app"] = name };

    private static Dictionary<string, string> Labels(IReadOnlyDictionary<string, string> own, string app) =>
        new(own) { ["app"] = app };
}
