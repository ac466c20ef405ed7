using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What a compute node can do; that it is disabled is a trait too.</summary>
internal static class ProviderTraits
{
    private const string Disabled = "COMPUTE_STATUS_DISABLED";

    private static readonly string[] Traits =
    [
        "COMPUTE_NODE",
        "COMPUTE_NET_ATTACH_INTERFACE",
        "COMPUTE_NET_ATTACH_INTERFACE_WITH_TAG",
        "COMPUTE_VOLUME_ATTACH_WITH_TAG",
        "COMPUTE_VOLUME_EXTEND",
        "COMPUTE_VOLUME_MULTI_ATTACH",
        "COMPUTE_IMAGE_TYPE_RAW",
        "COMPUTE_IMAGE_TYPE_QCOW2",
        "COMPUTE_TRUSTED_CERTS",
        "COMPUTE_DEVICE_TAGGING",
        "HW_CPU_X86_AVX2",
        "HW_CPU_X86_SVM",
    ];

    public static JsonArray List(ComputeNode provider) =>
        new([.. Traits.Concat(provider.Disabled ? [Disabled] : []).Select(trait => JsonValue.Create(trait))]);

    public static bool HasAll(ComputeNode node, string asked)
    {
        var has = List(node).Select(trait => trait!.ToString()).ToHashSet();
        return asked.Split(',').All(trait => trait.StartsWith('!') ? !has.Contains(trait[1..]) : has.Contains(trait));
    }
}
