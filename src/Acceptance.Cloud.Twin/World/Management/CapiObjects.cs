using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// The objects of one cluster on the management cluster, as the chart and the controllers write them.
/// </summary>
internal sealed class CapiObjects(
    Ground ground,
    ManagementCluster management,
    MagnumCluster cluster,
    ClusterStack stack
)
{
    public const string ClusterFinalizer = "cluster.cluster.x-k8s.io";
    public const string OpenStackFinalizer = "openstackcluster.infrastructure.cluster.x-k8s.io";
    private const string InfrastructureGroup = "infrastructure.cluster.x-k8s.io";
    private const string ClusterName = "cluster.x-k8s.io/cluster-name";

    private ObjectStore Store => management.Kube.Store;

    private string Ns => cluster.Namespace;

    public string ControlPlaneName => $"{cluster.StackId}-control-plane";

    public string WorkersName => $"{cluster.StackId}-default-worker";

    public KubeObject? Cluster => Store.Find(CapiKinds.Cluster, Ns, cluster.StackId);

    public KubeObject? Infrastructure => Store.Find(CapiKinds.OpenStackCluster, Ns, cluster.StackId);

    /// <summary>helm install: the namespace, the credential, and what the chart contains.</summary>
    public void Install(string version)
    {
        if (Cluster is not null)
            return;
        if (Store.Find(KubeKinds.Namespace, "", Ns) is null)
            Store.Create(KubeKinds.Namespace, ObjectText.Namespace(Ns));
        Secret($"{cluster.StackId}-cloud-credentials", "Opaque", ("clouds.yaml", CloudsYaml()));
        var owner = Create(CapiKinds.Cluster, Chart(cluster.StackId, ClusterFinalizer), ClusterSpec());
        Create(CapiKinds.OpenStackCluster, Owned(cluster.StackId, owner, OpenStackFinalizer), Network());
        Create(
            CapiKinds.KubeadmControlPlane,
            Owned(ControlPlaneName, owner, "kubeadm.controlplane.cluster.x-k8s.io"),
            new JsonObject { ["replicas"] = cluster.MasterCount, ["version"] = version }
        );
        Create(CapiKinds.MachineDeployment, Owned(WorkersName, owner), WorkersSpec(version));
    }

    private KubeObject Create(KubeKind kind, JsonObject metadata, JsonObject spec, JsonObject? status = null) =>
        Store.Create(
            kind,
            new JsonObject
            {
                ["metadata"] = metadata,
                ["spec"] = spec,
                ["status"] = status ?? [],
            }
        );

    private JsonObject ClusterSpec() =>
        new()
        {
            ["clusterNetwork"] = new JsonObject
            {
                ["pods"] = new JsonObject { ["cidrBlocks"] = new JsonArray("10.100.0.0/16") },
                ["serviceDomain"] = "cluster.local",
            },
            ["controlPlaneRef"] = Reference("controlplane.cluster.x-k8s.io", "KubeadmControlPlane", ControlPlaneName),
            ["infrastructureRef"] = Reference(InfrastructureGroup, "OpenStackCluster", cluster.StackId),
        };

    private JsonObject WorkersSpec(string version) =>
        new()
        {
            ["clusterName"] = cluster.StackId,
            ["replicas"] = cluster.NodeCount,
            ["selector"] = new JsonObject
            {
                ["matchLabels"] = ObjectText.Map([
                    (ClusterName, cluster.StackId),
                    ("cluster.x-k8s.io/deployment-name", WorkersName),
                ]),
            },
            ["template"] = new JsonObject
            {
                ["metadata"] = new JsonObject { ["labels"] = ObjectText.Map([(ClusterName, cluster.StackId)]) },
                ["spec"] = new JsonObject { ["clusterName"] = cluster.StackId, ["version"] = version },
            },
        };

    private JsonObject Network() =>
        new JsonObject
        {
            ["identityRef"] = new JsonObject
            {
                ["cloudName"] = "openstack",
                ["name"] = $"{cluster.StackId}-cloud-credentials",
                ["type"] = "Secret",
            },
            ["managedSecurityGroups"] = new JsonObject { ["allowAllInClusterTraffic"] = true },
            ["managedSubnets"] = new JsonArray(
                new JsonObject
                {
                    ["cidr"] = cluster.Labels.GetValueOrDefault("fixed_subnet_cidr") ?? "10.0.0.0/24",
                    ["dnsNameservers"] = cluster.Template.DnsNameserver is { } dns
                        ? new JsonArray(dns)
                        : new JsonArray(),
                }
            ),
        };

    public void Secret(string name, string type, params (string Key, string Value)[] data)
    {
        if (Store.Find(KubeKinds.Secret, Ns, name) is not null)
            return;
        var metadata = ObjectText.Metadata(name, Ns, (ClusterName, cluster.StackId));
        if (Cluster is { } owner)
            metadata["ownerReferences"] = new JsonArray(ObjectText.Owner(owner));
        Store.Create(
            KubeKinds.Secret,
            new JsonObject
            {
                ["metadata"] = metadata,
                ["type"] = type,
                ["data"] = ObjectText.Map(
                    data.Select(pair => (pair.Key, Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))))
                ),
            }
        );
    }

    public void Machine(NovaServer server, bool controlPlane, string version)
    {
        var owner = controlPlane
            ? Store.Find(CapiKinds.KubeadmControlPlane, Ns, ControlPlaneName)
            : Store.Find(CapiKinds.MachineDeployment, Ns, WorkersName);
        if (owner is null || Store.Find(CapiKinds.Machine, Ns, server.Name) is not null)
            return;
        var metadata = Owned(server.Name, owner, "machine.cluster.x-k8s.io");
        ((JsonObject)metadata["labels"]!)[
            controlPlane ? "cluster.x-k8s.io/control-plane" : "cluster.x-k8s.io/deployment-name"
        ] = controlPlane ? "" : WorkersName;
        var machine = Create(
            CapiKinds.Machine,
            metadata,
            MachineSpec(server, version),
            new JsonObject { ["phase"] = "Provisioning" }
        );
        Create(
            CapiKinds.OpenStackMachine,
            Owned(server.Name, machine, "openstackmachine.infrastructure.cluster.x-k8s.io"),
            new JsonObject
            {
                ["flavor"] = server.Flavor.Name,
                ["image"] = new JsonObject { ["filter"] = new JsonObject { ["name"] = server.ImageName } },
            },
            new JsonObject { ["ready"] = false }
        );
    }

    private JsonObject MachineSpec(NovaServer server, string version) =>
        new()
        {
            ["bootstrap"] = new JsonObject { ["dataSecretName"] = server.Name },
            ["clusterName"] = cluster.StackId,
            ["failureDomain"] = "nova",
            ["infrastructureRef"] = Reference(InfrastructureGroup, "OpenStackMachine", server.Name),
            ["version"] = version,
        };

    /// <summary>Takes a machine's two objects away, finalizers and all.</summary>
    public void RemoveMachine(string name)
    {
        foreach (var kind in (KubeKind[])[CapiKinds.OpenStackMachine, CapiKinds.Machine])
        {
            if (Store.Find(kind, Ns, name) is { } found)
                Store.Remove(found);
        }
    }

    /// <summary>What the chart made beside the owner chain goes with its release.</summary>
    public void RemoveSecrets()
    {
        foreach (
            var secret in Store
                .List(KubeKinds.Secret, Ns)
                .Where(secret => secret.Label(ClusterName) == cluster.StackId)
                .ToArray()
        )
            Store.Remove(secret);
    }

    /// <summary>Lets go of one object: its finalizers go, and with them the object if it is being deleted.</summary>
    public void Release(KubeKind kind, string name)
    {
        if (Store.Find(kind, Ns, name) is not { } held)
            return;
        var left = Store.Change(held, body => ((JsonObject)body["metadata"]!).Remove("finalizers"));
        if (Store.Find(kind, Ns, name) is { } still && !left.Deleting)
            Store.Delete(still);
    }

    private string CloudsYaml() =>
        $"""
            clouds:
              openstack:
                auth_type: v3applicationcredential
                auth:
                  auth_url: https://{ground.Plan.Vip("keystone")}:{ground.Listeners.Actual(
                ground.Plan.Ports["keystone"]
            )}/v3
                  application_credential_id: {stack.Credential?.Id}
                  application_credential_secret: {stack.Credential?.Secret}
                region_name: {ground.Plan.Region}
                interface: public
                identity_api_version: 3

            """;

    private JsonObject Chart(string name, string finalizer)
    {
        var metadata = ObjectText.Metadata(
            name,
            Ns,
            ("app.kubernetes.io/managed-by", "Helm"),
            ("capi.stackhpc.com/cluster", cluster.StackId)
        );
        metadata["annotations"] = ObjectText.Map([
            ("meta.helm.sh/release-name", cluster.StackId),
            ("meta.helm.sh/release-namespace", Ns),
        ]);
        metadata["finalizers"] = new JsonArray(finalizer);
        return metadata;
    }

    private JsonObject Owned(string name, KubeObject owner, string? finalizer = null)
    {
        var metadata = ObjectText.Metadata(name, Ns, (ClusterName, cluster.StackId));
        metadata["ownerReferences"] = new JsonArray(ObjectText.Owner(owner));
        if (finalizer is not null)
            metadata["finalizers"] = new JsonArray(finalizer);
        return metadata;
    }

    private static JsonObject Reference(string group, string kind, string name) =>
        new()
        {
            ["apiGroup"] = group,
            ["kind"] = kind,
            ["name"] = name,
        };
}
