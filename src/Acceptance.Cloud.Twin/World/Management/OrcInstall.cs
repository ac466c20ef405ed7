using Acceptance.Cloud.Twin.World.Kubernetes;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>What ORC's manifest brings to the management cluster, as far as anything asks for it.</summary>
internal static class OrcInstall
{
    public const string Namespace = "orc-system";
    private const string Name = "orc-controller-manager";
    private const string Image = "quay.io/orc/openstack-resource-controller:v2.4.0";

    /// <summary>Of the definition: planned, so that what a world draws for its seed is drawn without it.</summary>
    public const string Uid = "5d0c3f6a-9a41-4c1b-8f27-34d0a1b2c3e4";

    public static string Definition { get; } = $"{CapiKinds.OrcImage.Plural}.{CapiKinds.OrcImage.Group}";

    /// <summary>Namespace, container and image of its controller.</summary>
    public static (string Namespace, string Name, string Container, string Image) Controller { get; } =
        (Namespace, Name, "manager", Image);

    /// <summary>The manifest that the operator keeps beside the chart's dependencies.</summary>
    public static string Manifest { get; } =
        $"""
            apiVersion: v1
            kind: Namespace
            metadata:
              name: {Namespace}
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: {Definition}
            spec:
              group: {CapiKinds.OrcImage.Group}
              names:
                kind: {CapiKinds.OrcImage.Kind}
                listKind: {CapiKinds.OrcImage.Kind}List
                plural: {CapiKinds.OrcImage.Plural}
                singular: {CapiKinds.OrcImage.Singular}
              scope: Namespaced
              versions:
              - name: {CapiKinds.OrcImage.Stored}
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    x-kubernetes-preserve-unknown-fields: true
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {Name}
              namespace: {Namespace}
            spec:
              replicas: 1
              selector:
                matchLabels:
                  control-plane: controller-manager
              template:
                metadata:
                  labels:
                    control-plane: controller-manager
                spec:
                  containers:
                  - name: manager
                    image: {Image}

            """;
}
