using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>A flavor on Nova's wire.</summary>
internal static class FlavorJson
{
    public static JsonObject Flavor(OpenStackRequest request, NovaFlavor flavor, bool brief)
    {
        var json = new JsonObject { ["id"] = flavor.Id, ["name"] = flavor.Name };
        if (brief)
        {
            if (request.AtLeast("2.55"))
                json["description"] = null;
            json["links"] = ServerJson.Links(request, "flavors", flavor.Id);
            return json;
        }

        json["ram"] = flavor.MemoryMb;
        json["disk"] = flavor.DiskGb;
        json["swap"] = request.AtLeast("2.75") ? 0 : "";
        json["OS-FLV-EXT-DATA:ephemeral"] = 0;
        json["OS-FLV-DISABLED:disabled"] = false;
        json["vcpus"] = flavor.Vcpus;
        json["os-flavor-access:is_public"] = flavor.IsPublic;
        json["rxtx_factor"] = 1.0;
        json["links"] = ServerJson.Links(request, "flavors", flavor.Id);
        if (request.AtLeast("2.55"))
            json["description"] = null;
        if (request.AtLeast("2.61"))
            json["extra_specs"] = ServerJson.Map(flavor.ExtraSpecs);
        return json;
    }
}
