using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>What the body of a create asks for.</summary>
internal static class WantedCluster
{
    private static readonly string[] Attributes =
    [
        "name",
        "cluster_template_id",
        "keypair",
        "node_count",
        "master_count",
        "docker_volume_size",
        "labels",
        "master_flavor_id",
        "flavor_id",
        "create_timeout",
        "discovery_url",
        "merge_labels",
        "fixed_network",
        "fixed_subnet",
        "floating_ip_enabled",
        "master_lb_enabled",
        "uuid",
        "rollback",
        "api_address",
    ];

    /// <summary>An attribute that Magnum does not know is refused by name, before anything is looked for.</summary>
    public static void DemandKnown(JsonObject body)
    {
        if (body.Select(member => member.Key).FirstOrDefault(key => !Attributes.Contains(key)) is { } odd)
            throw new ApiRefusal(400, $"Unknown attribute for argument cluster: {odd}");
    }

    public static string TemplateName(JsonObject body) =>
        (string?)body["cluster_template_id"]
        ?? throw new ApiRefusal(
            400,
            "Invalid input for field/attribute cluster_template_id. Value: 'None'. Mandatory field missing."
        );

    public static int Count(JsonObject body, string name, int otherwise, int least)
    {
        if (body[name] is not { } node)
            return otherwise;
        if (
            node.GetValueKind() == JsonValueKind.Number
            && node.AsValue().TryGetValue(out int number)
            && number >= least
        )
            return number;
        throw new ApiRefusal(
            400,
            $"Invalid input for field/attribute {name}. Value: '{node}'. Value should be greater or equal to {least}"
        );
    }
}
