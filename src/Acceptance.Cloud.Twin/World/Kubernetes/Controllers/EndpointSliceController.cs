using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>Keeps one EndpointSlice per Service with a selector.</summary>
internal sealed class EndpointSliceController(KubeCluster cluster)
{
    public void Reconcile()
    {
        var store = cluster.Store;
        foreach (
            var service in store
                .List(KubeKinds.Service)
                .Where(one => one.Spec["selector"] is JsonObject { Count: > 0 })
                .ToArray()
        )
        {
            var slice = store
                .List(KubeKinds.EndpointSlice, service.Namespace)
                .FirstOrDefault(one => one.OwnedBy(service.Uid));
            var endpoints = new JsonArray([
                .. ServiceBackends.PodsOf(store, service).Select(pod => (JsonNode)Endpoint(pod)),
            ]);
            if (slice is null)
                store.Create(KubeKinds.EndpointSlice, SliceOf(service, endpoints));
            else
                store.Change(slice, body => body["endpoints"] = endpoints);
            KeepEndpoints(store, service, endpoints);
        }
    }

    // The older kind of the same, which kubectl describe still reads: by the Service's name,
    // ready ones and others apart.
    private static void KeepEndpoints(ObjectStore store, KubeObject service, JsonArray endpoints)
    {
        var ready = ReadyAddresses(endpoints);
        var body = new JsonObject
        {
            ["metadata"] = ObjectText.Metadata(
                service.Name,
                service.Namespace,
                ("endpoints.kubernetes.io/managed-by", "endpoint-controller")
            ),
        };
        if (ready.Length > 0)
            body["subsets"] = new JsonArray(
                new JsonObject { ["addresses"] = new JsonArray(ready), ["ports"] = EndpointPorts(service) }
            );
        if (store.Find(KubeKinds.Endpoints, service.Namespace, service.Name) is { } before)
        {
            store.Change(
                before,
                now =>
                {
                    now.Remove("subsets");
                    if (body["subsets"] is { } subsets)
                        now["subsets"] = subsets.DeepClone();
                }
            );
        }
        else
        {
            body["metadata"]!["ownerReferences"] = new JsonArray(ObjectText.Owner(service));
            store.Create(KubeKinds.Endpoints, body);
        }
    }

    private static JsonArray EndpointPorts(KubeObject service) =>
        new([
            .. (service.Spec["ports"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(port =>
                {
                    var one = new JsonObject
                    {
                        ["port"] = port["targetPort"]?.DeepClone(),
                        ["protocol"] = (string?)port["protocol"],
                    };
                    if (port["name"] is not null)
                        one.Insert(0, "name", (string?)port["name"]);
                    return (JsonNode)one;
                }),
        ]);

    private static JsonNode[] ReadyAddresses(JsonArray endpoints) =>
        [
            .. endpoints
                .OfType<JsonObject>()
                .Where(one => (bool?)one["conditions"]?["ready"] == true)
                .Select(one => new JsonObject
                {
                    ["ip"] = (string?)one["addresses"]?[0],
                    ["nodeName"] = (string?)one["nodeName"],
                    ["targetRef"] = one["targetRef"]?.DeepClone(),
                }),
        ];

    private static JsonObject Endpoint(KubeObject pod)
    {
        var ready = pod.Condition("Ready") == "True";
        return new JsonObject
        {
            ["addresses"] = new JsonArray((string?)pod.Status["podIP"]),
            ["conditions"] = new JsonObject
            {
                ["ready"] = ready,
                ["serving"] = ready,
                ["terminating"] = pod.Deleting,
            },
            ["nodeName"] = (string?)pod.Spec["nodeName"],
            ["targetRef"] = new JsonObject
            {
                ["kind"] = "Pod",
                ["name"] = pod.Name,
                ["namespace"] = pod.Namespace,
                ["uid"] = pod.Uid,
            },
        };
    }

    private static JsonObject SliceOf(KubeObject service, JsonArray endpoints)
    {
        var metadata = ObjectText.Metadata(
            "",
            service.Namespace,
            ("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io"),
            ("kubernetes.io/service-name", service.Name)
        );
        metadata.Remove("name");
        metadata["generateName"] = $"{service.Name}-";
        metadata["ownerReferences"] = new JsonArray(ObjectText.Owner(service));
        return new JsonObject
        {
            ["metadata"] = metadata,
            ["addressType"] = "IPv4",
            ["endpoints"] = endpoints,
            ["ports"] = new JsonArray([
                .. (service.Spec["ports"] as JsonArray ?? [])
                    .OfType<JsonObject>()
                    .Select(port =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["name"] = (string?)port["name"] ?? "",
                                ["port"] = port["targetPort"]?.DeepClone(),
                                ["protocol"] = (string?)port["protocol"],
                            }
                    ),
            ]),
        };
    }
}
