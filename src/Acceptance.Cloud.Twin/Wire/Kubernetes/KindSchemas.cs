using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// What stands in the spec of the kinds that an operator writes by hand, in the order of their definitions. A rule:
/// boolean, integer (from 1), name (a string of one letter at least), string, list, any; ! behind it: required.
/// </summary>
internal static class KindSchemas
{
    private static readonly Dictionary<KubeKind, JsonObject> Known = new()
    {
        [KubeKinds.Namespace] = Read("""{"finalizers":"list"}"""),
        [CapiKinds.Cluster] = Read(
            """
            {"paused":"boolean","clusterNetwork":{"apiServerPort":"integer","services":"any","pods":"any",
             "serviceDomain":"string"},"controlPlaneEndpoint":{"port":"integer","host":"name"},
             "controlPlaneRef":{"apiGroup":"name","kind":"name!","name":"name","apiVersion":"any","namespace":"any"},
             "infrastructureRef":{"apiGroup":"name","kind":"name!","name":"name","apiVersion":"any",
             "namespace":"any"},"topology":"any","availabilityGates":"list"}
            """
        ),
        [CapiKinds.OpenStackCluster] = Read(
            """
            {"managedSubnets":"list","router":"any","network":"any","subnets":"list","networkMTU":"any",
             "externalRouterIPs":"list","externalNetwork":"any","disableExternalNetwork":"boolean",
             "apiServerLoadBalancer":"any","disableAPIServerFloatingIP":"boolean","apiServerFloatingIP":"string",
             "apiServerFixedIP":"string","apiServerPort":"any","managedSecurityGroups":"any",
             "disablePortSecurity":"boolean","tags":"list","controlPlaneEndpoint":"any",
             "controlPlaneAvailabilityZones":"list","controlPlaneOmitAvailabilityZone":"boolean","bastion":"any",
             "identityRef":{"!":"","name":"name","cloudName":"string","region":"string","type":"string"},
             "managedRouter":"any"}
            """
        ),
        [CapiKinds.MachineDeployment] = Read(
            """
            {"clusterName":"name!","replicas":"any","rollout":"any","selector":"any","template":"any",
             "machineNaming":"any","remediation":"any","deletion":"any","paused":"boolean","strategy":"any",
             "minReadySeconds":"any","revisionHistoryLimit":"any","progressDeadlineSeconds":"any",
             "rolloutAfter":"any"}
            """
        ),
    };

    public static JsonObject? Of(KubeKind kind) => Known.GetValueOrDefault(kind);

    /// <summary>What is wrong with a value; null: nothing.</summary>
    public static (string Cause, string Why)? Objection(string rule, JsonNode value, string field)
    {
        var kind = value.GetValueKind();
        var type = kind switch
        {
            JsonValueKind.String => "string",
            JsonValueKind.Number => "integer",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Array => "array",
            _ => "object",
        };
        var wanted = rule switch
        {
            "name" => "string",
            "list" => "array",
            _ => rule,
        };
        if (wanted == "any")
            return null;
        if (type != wanted)
            return (
                "FieldValueTypeInvalid",
                $"Invalid value: \"{type}\": {field} in body must be of type {wanted}: \"{type}\""
            );
        if (rule == "integer" && (long)value < 1)
            return (
                "FieldValueInvalid",
                $"Invalid value: {(long)value}: {field} in body should be greater than or equal to 1"
            );
        if (rule == "name" && ((string)value!).Length == 0)
            return ("FieldValueInvalid", $"Invalid value: \"\": {field} in body should be at least 1 chars long");
        return null;
    }

    private static JsonObject Read(string text) => JsonNode.Parse(text)!.AsObject();
}
