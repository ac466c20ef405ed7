using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>The JSON of a Node.</summary>
internal static class NodeText
{
    public static JsonObject Of(NodePlan plan, Ground ground)
    {
        var metadata = ObjectText.Metadata(plan.Name, null, [.. Labels(plan, ground)]);
        if (plan.Annotations.Count > 0)
            metadata["annotations"] = ObjectText.Map(plan.Annotations);
        return new JsonObject
        {
            ["metadata"] = metadata,
            ["spec"] = Spec(plan),
            ["status"] = Status(plan, ground),
        };
    }

    public static JsonObject ReadyCondition(bool ready, DateTimeOffset now) =>
        new()
        {
            ["type"] = "Ready",
            ["status"] = ready ? "True" : "False",
            ["lastHeartbeatTime"] = KubeObject.Stamp(now),
            ["lastTransitionTime"] = KubeObject.Stamp(now),
            ["reason"] = ready ? "KubeletReady" : "KubeletNotReady",
            ["message"] = ready
                ? "kubelet is posting ready status"
                : "container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady "
                    + "message:Network plugin returns error: cni plugin not initialized",
        };

    /// <summary>The kubelet's word on the node changes.</summary>
    public static void Report(JsonObject node, bool ready, DateTimeOffset now)
    {
        var conditions = (JsonArray)node["status"]!["conditions"]!;
        foreach (var old in conditions.Where(one => (string?)one!["type"] == "Ready").ToArray())
            conditions.Remove(old);
        conditions.Add((JsonNode)ReadyCondition(ready, now));
    }

    private static IEnumerable<(string Key, string Value)> Labels(NodePlan plan, Ground ground)
    {
        yield return ("beta.kubernetes.io/arch", "amd64");
        yield return ("beta.kubernetes.io/os", "linux");
        yield return ("kubernetes.io/arch", "amd64");
        yield return ("kubernetes.io/hostname", plan.Name);
        yield return ("kubernetes.io/os", "linux");
        foreach (var role in plan.Roles)
            yield return ($"node-role.kubernetes.io/{role}", "");
        if (plan.InstanceType is null)
            yield break;
        yield return ("node.kubernetes.io/instance-type", plan.InstanceType);
        yield return ("topology.cinder.csi.openstack.org/zone", "nova");
        yield return ("topology.kubernetes.io/region", ground.Plan.Region);
        yield return ("topology.kubernetes.io/zone", "nova");
    }

    private static JsonObject Spec(NodePlan plan)
    {
        var spec = new JsonObject();
        if (plan.PodCidr is not null)
        {
            spec["podCIDR"] = plan.PodCidr;
            spec["podCIDRs"] = new JsonArray(plan.PodCidr);
        }

        if (plan.ServerId is not null)
            spec["providerID"] = $"openstack:///{plan.ServerId}";
        if (plan.Taints.Count > 0)
        {
            spec["taints"] = new JsonArray([
                .. plan
                    .Taints.Select(taint => taint.Split(':'))
                    .Select(parts => (JsonNode)new JsonObject { ["key"] = parts[0], ["effect"] = parts[1] }),
            ]);
        }

        return spec;
    }

    private static JsonObject Status(NodePlan plan, Ground ground) =>
        new()
        {
            ["capacity"] = Resources(plan, plan.MemoryKi),
            ["allocatable"] = Resources(plan, plan.MemoryKi - 102400),
            ["conditions"] = new JsonArray(
                Fine("MemoryPressure", "KubeletHasSufficientMemory", "kubelet has sufficient memory available", ground),
                Fine("DiskPressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure", ground),
                Fine("PIDPressure", "KubeletHasSufficientPID", "kubelet has sufficient PID available", ground),
                ReadyCondition(plan.Ready, ground.Now)
            ),
            ["addresses"] = new JsonArray(
                new JsonObject { ["type"] = "InternalIP", ["address"] = plan.Address },
                new JsonObject { ["type"] = "Hostname", ["address"] = plan.Name }
            ),
            ["daemonEndpoints"] = new JsonObject { ["kubeletEndpoint"] = new JsonObject { ["Port"] = 10250 } },
            ["nodeInfo"] = Info(plan, ground),
        };

    private static JsonObject Fine(string pressure, string reason, string message, Ground ground) =>
        new()
        {
            ["type"] = pressure,
            ["status"] = "False",
            ["lastHeartbeatTime"] = KubeObject.Stamp(ground.Now),
            ["lastTransitionTime"] = KubeObject.Stamp(ground.Now),
            ["reason"] = reason,
            ["message"] = message,
        };

    private static JsonObject Info(NodePlan plan, Ground ground) =>
        new()
        {
            ["machineID"] = ground.NewHexId(),
            ["systemUUID"] = plan.ServerId ?? ground.NewId(),
            ["bootID"] = ground.NewId(),
            ["kernelVersion"] = plan.Kernel,
            ["osImage"] = plan.OsImage,
            ["containerRuntimeVersion"] = plan.Runtime,
            ["kubeletVersion"] = plan.Version,
            ["kubeProxyVersion"] = "",
            ["operatingSystem"] = "linux",
            ["architecture"] = "amd64",
        };

    private static JsonObject Resources(NodePlan plan, int memoryKi) =>
        new()
        {
            ["cpu"] = plan.Cpus.ToString(CultureInfo.InvariantCulture),
            ["ephemeral-storage"] = "20134592Ki",
            ["hugepages-1Gi"] = "0",
            ["hugepages-2Mi"] = "0",
            ["memory"] = $"{memoryKi}Ki",
            ["pods"] = "110",
        };
}
