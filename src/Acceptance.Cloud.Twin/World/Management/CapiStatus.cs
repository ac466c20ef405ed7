using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// Writes the status of a cluster's objects from what is true in OpenStack and in the workload cluster (FACTS 8.9).
/// </summary>
internal sealed class CapiStatus(
    ClusterSurroundings surroundings,
    MagnumCluster cluster,
    ClusterStack stack,
    CapiObjects objects
)
{
    private ObjectStore Store => surroundings.Management.Kube.Store;

    public void Write()
    {
        if (!surroundings.Management.Works)
            return;
        foreach (var server in stack.ControlPlanes.Concat(stack.Workers))
            Machine(server);
        var ready = stack.Workers.Count(NodeReady);
        Infrastructure();
        Replicas(
            CapiKinds.KubeadmControlPlane,
            objects.ControlPlaneName,
            stack.ControlPlanes.Count(NodeReady),
            stack.ControlPlanes.Count,
            cluster.MasterCount
        );
        Replicas(CapiKinds.MachineDeployment, objects.WorkersName, ready, stack.Workers.Count, cluster.NodeCount);
        Cluster(ready);
    }

    private bool NodeReady(NovaServer server) => Node(server)?.Condition("Ready") == "True";

    private KubeObject? Node(NovaServer server) =>
        surroundings.Workloads.Of(cluster.Id)?.Kube.Store.Find(KubeKinds.Node, "", server.Name);

    private void Machine(NovaServer server)
    {
        var node = Node(server);
        var ready = NodeReady(server);
        var active = server.Status == ServerStatus.Active;
        Change(
            CapiKinds.Machine,
            server.Name,
            body =>
            {
                if (active)
                    ((JsonObject)body["spec"]!)["providerID"] = $"openstack:///{server.Id}";
                var status = new JsonObject();
                if (active)
                {
                    status["addresses"] = new JsonArray(
                        new JsonObject { ["address"] = Compute.Servers.AddressOf(server), ["type"] = "InternalIP" },
                        new JsonObject { ["address"] = server.Name, ["type"] = "InternalDNS" }
                    );
                }

                status["conditions"] = Conditions(
                    body,
                    [
                        ("Available", ready, ready ? "Available" : "NotReady"),
                        ("Ready", ready, ready ? "Ready" : "NotReady"),
                        ("UpToDate", true, "UpToDate"),
                        ("BootstrapConfigReady", true, "Ready"),
                        ("InfrastructureReady", active, active ? "Ready" : "NotReady"),
                        ("NodeHealthy", ready, ready ? "NodeHealthy" : "NodeNotHealthy"),
                        ("NodeReady", ready, ready ? "NodeReady" : "NodeNotReady"),
                        ("Deleting", false, "NotDeleting"),
                        ("Paused", false, "NotPaused"),
                    ]
                );
                status["initialization"] = new JsonObject
                {
                    ["bootstrapDataSecretCreated"] = true,
                    ["infrastructureProvisioned"] = active,
                };
                if (node is not null)
                {
                    status["nodeInfo"] = node.Status["nodeInfo"]?.DeepClone();
                    status["nodeRef"] = new JsonObject { ["name"] = node.Name };
                }

                status["phase"] =
                    server.Status == ServerStatus.Error ? "Failed"
                    : node is not null ? "Running"
                    : active ? "Provisioned"
                    : "Provisioning";
                body["status"] = status;
            }
        );
        Change(
            CapiKinds.OpenStackMachine,
            server.Name,
            body =>
            {
                if (active)
                    ((JsonObject)body["spec"]!)["providerID"] = $"openstack:///{server.Id}";
                body["status"] = new JsonObject { ["instanceState"] = server.StatusWord, ["ready"] = active };
            }
        );
    }

    private void Infrastructure() =>
        Change(
            CapiKinds.OpenStackCluster,
            cluster.StackId,
            body =>
            {
                var status = body["status"] as JsonObject ?? [];
                if (stack.ApiAddress is { } address)
                    ((JsonObject)body["spec"]!)["controlPlaneEndpoint"] = EndpointAt(address.Address);
                if (stack.ApiBalancer is { } balancer)
                {
                    status["apiServerLoadBalancer"] = new JsonObject
                    {
                        ["id"] = balancer.Id,
                        ["internalIP"] = balancer.VipAddress,
                        ["ip"] = stack.ApiAddress?.Address ?? "",
                        ["name"] = balancer.Name,
                    };
                }

                var fine = stack.InfrastructureReady && stack.Trouble is null;
                var conditions = Conditions(
                    body,
                    [
                        (
                            "Ready",
                            fine,
                            fine ? "Ready"
                            : stack.Trouble is null ? "Reconciling"
                            : "OpenStackError"
                        ),
                    ],
                    stack.Trouble ?? ""
                );
                status["conditions"] = conditions;
                if (stack.Network is { } network)
                {
                    status["externalNetwork"] = new JsonObject { ["id"] = External.Id, ["name"] = External.Name };
                    status["network"] = new JsonObject
                    {
                        ["id"] = network.Id,
                        ["name"] = network.Name,
                        ["subnets"] = new JsonArray(
                            new JsonObject
                            {
                                ["cidr"] = stack.Subnet!.Cidr,
                                ["id"] = stack.Subnet.Id,
                                ["name"] = stack.Subnet.Name,
                            }
                        ),
                    };
                    status["router"] = new JsonObject { ["id"] = stack.Router!.Id, ["name"] = stack.Router.Name };
                }

                status["ready"] = stack.InfrastructureReady;
                body["status"] = status;
            }
        );

    private void Replicas(KubeKind kind, string name, int ready, int all, int wanted) =>
        Change(
            kind,
            name,
            body =>
            {
                var fine = ready >= wanted;
                ((JsonObject)body["spec"]!)["replicas"] = wanted;
                var old = new JsonArray(
                    Old(body, "Ready", fine),
                    Old(body, "Available", fine),
                    Old(body, "MachinesReady", fine)
                );
                if (kind == CapiKinds.KubeadmControlPlane)
                    foreach (var type in (string[])["EtcdClusterHealthy", "ControlPlaneComponentsHealthy"])
                        old.Add((JsonNode)Old(body, type, fine));
                var status = new JsonObject
                {
                    ["availableReplicas"] = ready,
                    ["conditions"] = Conditions(
                        body,
                        [("Available", fine, fine ? "Available" : "NotAvailable"), ("Paused", false, "NotPaused")]
                    ),
                    ["deprecated"] = new JsonObject
                    {
                        ["v1beta1"] = new JsonObject
                        {
                            ["conditions"] = old,
                            ["updatedReplicas"] = all,
                            ["unavailableReplicas"] = wanted - ready,
                        },
                    },
                };
                if (kind == CapiKinds.KubeadmControlPlane)
                    status["initialization"] = new JsonObject { ["controlPlaneInitialized"] = stack.ControlPlaneReady };
                else
                    status["phase"] =
                        fine ? "Running"
                        : all < wanted ? "ScalingUp"
                        : all > wanted ? "ScalingDown"
                        : "Running";
                status["readyReplicas"] = ready;
                status["replicas"] = all;
                status["upToDateReplicas"] = all;
                body["status"] = status;
            }
        );

    private Nova Compute => surroundings.Infrastructure.Compute;

    private NeutronNetwork External => surroundings.Infrastructure.Network.Networks.External;

    private JsonObject EndpointAt(string address) =>
        new() { ["host"] = address, ["port"] = surroundings.Ground.Plan.KubeApiPort };

    private void Cluster(int readyWorkers) =>
        Change(
            CapiKinds.Cluster,
            cluster.StackId,
            body =>
            {
                var masters = stack.ControlPlanes.Count(NodeReady);
                var (infrastructure, controlPlane, workers) = (
                    stack.InfrastructureReady && stack.Trouble is null,
                    masters >= cluster.MasterCount,
                    readyWorkers >= cluster.NodeCount
                );
                var deleting = body["metadata"]!["deletionTimestamp"] is not null;
                var available = infrastructure && controlPlane && workers && !deleting;
                if (stack.ApiAddress is { } address)
                    ((JsonObject)body["spec"]!)["controlPlaneEndpoint"] = EndpointAt(address.Address);
                var message = stack.Trouble is { } trouble ? $"* InfrastructureReady: {trouble}" : "";
                var old = new JsonArray(
                    Old(body, "Ready", infrastructure && controlPlane),
                    Old(body, "ControlPlaneInitialized", stack.ControlPlaneReady),
                    Old(body, "ControlPlaneReady", controlPlane),
                    Old(body, "InfrastructureReady", infrastructure)
                );
                body["status"] = new JsonObject
                {
                    ["conditions"] = Conditions(
                        body,
                        [
                            ("Available", available, available ? "Available" : "NotAvailable"),
                            ("InfrastructureReady", infrastructure, infrastructure ? "Ready" : "NotReady"),
                            (
                                "ControlPlaneInitialized",
                                stack.ControlPlaneReady,
                                stack.ControlPlaneReady ? "Initialized" : "NotInitialized"
                            ),
                            ("ControlPlaneAvailable", controlPlane, controlPlane ? "Available" : "NotAvailable"),
                            ("WorkersAvailable", workers, workers ? "Available" : "NotAvailable"),
                            (
                                "RemoteConnectionProbe",
                                stack.ControlPlaneReady,
                                stack.ControlPlaneReady ? "ProbeSucceeded" : "ProbeFailed"
                            ),
                            ("RollingOut", false, "NotRollingOut"),
                            ("ScalingUp", !workers, workers ? "NotScalingUp" : "ScalingUp"),
                            ("ScalingDown", false, "NotScalingDown"),
                            ("Remediating", false, "NotRemediating"),
                            ("Deleting", deleting, deleting ? "WaitingForInfrastructureDeletion" : "NotDeleting"),
                            ("Paused", false, "NotPaused"),
                        ],
                        message
                    ),
                    ["controlPlane"] = Counts(cluster.MasterCount, stack.ControlPlanes.Count, masters),
                    ["deprecated"] = new JsonObject { ["v1beta1"] = new JsonObject { ["conditions"] = old } },
                    ["initialization"] = new JsonObject
                    {
                        ["controlPlaneInitialized"] = stack.ControlPlaneReady,
                        ["infrastructureProvisioned"] = stack.InfrastructureReady,
                    },
                    ["observedGeneration"] = 1,
                    ["phase"] =
                        deleting ? "Deleting"
                        : stack.ControlPlaneReady ? "Provisioned"
                        : stack.InfrastructureReady ? "Provisioned"
                        : "Provisioning",
                    ["workers"] = Counts(cluster.NodeCount, stack.Workers.Count, readyWorkers),
                };
            }
        );

    private static JsonObject Counts(int desired, int all, int ready) =>
        new()
        {
            ["availableReplicas"] = ready,
            ["desiredReplicas"] = desired,
            ["readyReplicas"] = ready,
            ["replicas"] = all,
            ["upToDateReplicas"] = all,
        };

    private void Change(KubeKind kind, string name, Action<JsonObject> change)
    {
        if (Store.Find(kind, cluster.Namespace, name) is { } found)
            Store.Change(found, change);
    }

    /// <summary>Conditions keep the time of their last transition; the message stands with those that fail.</summary>
    private JsonArray Conditions(
        JsonObject body,
        IEnumerable<(string Type, bool Holds, string Reason)> wanted,
        string trouble = ""
    ) =>
        new([
            .. wanted.Select(one =>
                (JsonNode)
                    new JsonObject
                    {
                        ["lastTransitionTime"] = Since(body, "conditions", one.Type, one.Holds),
                        ["message"] =
                            !one.Holds && one.Type is "Available" or "InfrastructureReady" or "Ready" && !one.Holds
                                ? trouble
                                : "",
                        ["observedGeneration"] = 1,
                        ["reason"] = one.Reason,
                        ["status"] = one.Holds ? "True" : "False",
                        ["type"] = one.Type,
                    }
            ),
        ]);

    private JsonObject Old(JsonObject body, string type, bool holds) =>
        new()
        {
            ["lastTransitionTime"] = Since(body, "deprecated", type, holds),
            ["status"] = holds ? "True" : "False",
            ["type"] = type,
        };

    private string Since(JsonObject body, string where, string type, bool holds)
    {
        var status = body["status"] as JsonObject;
        var list = where == "conditions" ? status?["conditions"] : status?["deprecated"]?["v1beta1"]?["conditions"];
        var before = (list as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(one => (string?)one["type"] == type);
        return (string?)before?["status"] == (holds ? "True" : "False")
            ? (string)before!["lastTransitionTime"]!
            : KubeObject.Stamp(surroundings.Ground.Now - Store.Aged);
    }
}
