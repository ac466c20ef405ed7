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
        Change(
            CapiKinds.Machine,
            server.Name,
            body =>
            {
                SetProviderId(body, server);
                body["status"] = MachineStatus(body, server);
            }
        );
        Change(
            CapiKinds.OpenStackMachine,
            server.Name,
            body =>
            {
                SetProviderId(body, server);
                body["status"] = new JsonObject
                {
                    ["instanceState"] = server.StatusWord,
                    ["ready"] = server.Status == ServerStatus.Active,
                };
            }
        );
    }

    private static void SetProviderId(JsonObject body, NovaServer server)
    {
        if (server.Status == ServerStatus.Active)
            ((JsonObject)body["spec"]!)["providerID"] = $"openstack:///{server.Id}";
    }

    private JsonObject MachineStatus(JsonObject body, NovaServer server)
    {
        var node = Node(server);
        var active = server.Status == ServerStatus.Active;
        var status = new JsonObject();
        if (active)
        {
            status["addresses"] = new JsonArray(
                new JsonObject { ["address"] = Compute.Servers.AddressOf(server), ["type"] = "InternalIP" },
                new JsonObject { ["address"] = server.Name, ["type"] = "InternalDNS" }
            );
        }

        status["conditions"] = Conditions(body, MachineConditions(active, NodeReady(server)));
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
        return status;
    }

    private static (string Type, bool Holds, string Reason)[] MachineConditions(bool active, bool ready) =>
        [
            Condition("Available", ready, "Available", "NotReady"),
            Condition("Ready", ready, "Ready", "NotReady"),
            ("UpToDate", true, "UpToDate"),
            ("BootstrapConfigReady", true, "Ready"),
            Condition("InfrastructureReady", active, "Ready", "NotReady"),
            Condition("NodeHealthy", ready, "NodeHealthy", "NodeNotHealthy"),
            Condition("NodeReady", ready, "NodeReady", "NodeNotReady"),
            ("Deleting", false, "NotDeleting"),
            ("Paused", false, "NotPaused"),
        ];

    private void Infrastructure() =>
        Change(
            CapiKinds.OpenStackCluster,
            cluster.StackId,
            body =>
            {
                SetEndpoint(body);
                body["status"] = InfrastructureStatus(body);
            }
        );

    private JsonObject InfrastructureStatus(JsonObject body)
    {
        var status = body["status"] as JsonObject ?? [];
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

        var otherwise = stack.Trouble is null ? "Reconciling" : "OpenStackError";
        var ready = Condition("Ready", stack.InfrastructureReady && stack.Trouble is null, "Ready", otherwise);
        status["conditions"] = Conditions(body, [ready], stack.Trouble ?? "");
        if (stack.Network is { } network)
        {
            status["externalNetwork"] = new JsonObject { ["id"] = External.Id, ["name"] = External.Name };
            status["network"] = NetworkOf(network, stack.Subnet!);
            status["router"] = new JsonObject { ["id"] = stack.Router!.Id, ["name"] = stack.Router.Name };
        }

        status["ready"] = stack.InfrastructureReady;
        return status;
    }

    private static JsonObject NetworkOf(NeutronNetwork network, NeutronSubnet subnet) =>
        new()
        {
            ["id"] = network.Id,
            ["name"] = network.Name,
            ["subnets"] = new JsonArray(
                new JsonObject
                {
                    ["cidr"] = subnet.Cidr,
                    ["id"] = subnet.Id,
                    ["name"] = subnet.Name,
                }
            ),
        };

    private void Replicas(KubeKind kind, string name, int ready, int all, int wanted) =>
        Change(
            kind,
            name,
            body =>
            {
                ((JsonObject)body["spec"]!)["replicas"] = wanted;
                body["status"] = ReplicaStatus(kind, body, ready, all, wanted);
            }
        );

    private JsonObject ReplicaStatus(KubeKind kind, JsonObject body, int ready, int all, int wanted)
    {
        var fine = ready >= wanted;
        var old = OldConditions(body, [("Ready", fine), ("Available", fine), ("MachinesReady", fine)]);
        if (kind == CapiKinds.KubeadmControlPlane)
            foreach (var type in (string[])["EtcdClusterHealthy", "ControlPlaneComponentsHealthy"])
                old.Add((JsonNode)Old(body, type, fine));
        var status = new JsonObject
        {
            ["availableReplicas"] = ready,
            ["conditions"] = Conditions(
                body,
                [Condition("Available", fine, "Available", "NotAvailable"), ("Paused", false, "NotPaused")]
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
        return status;
    }

    private Nova Compute => surroundings.Infrastructure.Compute;

    private NeutronNetwork External => surroundings.Infrastructure.Network.Networks.External;

    private void SetEndpoint(JsonObject body)
    {
        if (stack.ApiAddress is { } address)
            ((JsonObject)body["spec"]!)["controlPlaneEndpoint"] = new JsonObject
            {
                ["host"] = address.Address,
                ["port"] = surroundings.Ground.Plan.KubeApiPort,
            };
    }

    private void Cluster(int readyWorkers) =>
        Change(
            CapiKinds.Cluster,
            cluster.StackId,
            body =>
            {
                SetEndpoint(body);
                body["status"] = ClusterStatus(body, stack.ControlPlanes.Count(NodeReady), readyWorkers);
            }
        );

    private JsonObject ClusterStatus(JsonObject body, int readyMasters, int readyWorkers)
    {
        var deleting = body["metadata"]!["deletionTimestamp"] is not null;
        var infrastructure = stack.InfrastructureReady && stack.Trouble is null;
        var controlPlane = readyMasters >= cluster.MasterCount;
        var workers = readyWorkers >= cluster.NodeCount;
        var message = stack.Trouble is { } trouble ? $"* InfrastructureReady: {trouble}" : "";
        var old = OldConditions(body, OldClusterConditions(infrastructure, controlPlane));
        return new JsonObject
        {
            ["conditions"] = Conditions(
                body,
                ClusterConditions(infrastructure, controlPlane, workers, deleting),
                message
            ),
            ["controlPlane"] = Counts(cluster.MasterCount, stack.ControlPlanes.Count, readyMasters),
            ["deprecated"] = new JsonObject { ["v1beta1"] = new JsonObject { ["conditions"] = old } },
            ["initialization"] = new JsonObject
            {
                ["controlPlaneInitialized"] = stack.ControlPlaneReady,
                ["infrastructureProvisioned"] = stack.InfrastructureReady,
            },
            ["observedGeneration"] = 1,
            ["phase"] = ClusterPhase(deleting),
            ["workers"] = Counts(cluster.NodeCount, stack.Workers.Count, readyWorkers),
        };
    }

    private string ClusterPhase(bool deleting) =>
        deleting ? "Deleting"
        : stack.ControlPlaneReady || stack.InfrastructureReady ? "Provisioned"
        : "Provisioning";

    private (string Type, bool Holds)[] OldClusterConditions(bool infrastructure, bool controlPlane) =>
        [
            ("Ready", infrastructure && controlPlane),
            ("ControlPlaneInitialized", stack.ControlPlaneReady),
            ("ControlPlaneReady", controlPlane),
            ("InfrastructureReady", infrastructure),
        ];

    private (string Type, bool Holds, string Reason)[] ClusterConditions(
        bool infrastructure,
        bool controlPlane,
        bool workers,
        bool deleting
    ) =>
        [
            Condition("Available", infrastructure && controlPlane && workers && !deleting, "Available", "NotAvailable"),
            Condition("InfrastructureReady", infrastructure, "Ready", "NotReady"),
            Condition("ControlPlaneInitialized", stack.ControlPlaneReady, "Initialized", "NotInitialized"),
            Condition("ControlPlaneAvailable", controlPlane, "Available", "NotAvailable"),
            Condition("WorkersAvailable", workers, "Available", "NotAvailable"),
            Condition("RemoteConnectionProbe", stack.ControlPlaneReady, "ProbeSucceeded", "ProbeFailed"),
            ("RollingOut", false, "NotRollingOut"),
            Condition("ScalingUp", !workers, "ScalingUp", "NotScalingUp"),
            ("ScalingDown", false, "NotScalingDown"),
            ("Remediating", false, "NotRemediating"),
            Condition("Deleting", deleting, "WaitingForInfrastructureDeletion", "NotDeleting"),
            ("Paused", false, "NotPaused"),
        ];

    private static (string Type, bool Holds, string Reason) Condition(
        string type,
        bool holds,
        string reason,
        string otherwise
    ) => (type, holds, holds ? reason : otherwise);

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
                            !one.Holds && one.Type is "Available" or "InfrastructureReady" or "Ready" ? trouble : "",
                        ["observedGeneration"] = 1,
                        ["reason"] = one.Reason,
                        ["status"] = one.Holds ? "True" : "False",
                        ["type"] = one.Type,
                    }
            ),
        ]);

    private JsonArray OldConditions(JsonObject body, IEnumerable<(string Type, bool Holds)> wanted) =>
        new([.. wanted.Select(one => (JsonNode)Old(body, one.Type, one.Holds))]);

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
