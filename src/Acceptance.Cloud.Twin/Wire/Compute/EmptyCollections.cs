using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What this cloud has none of, and an admin may list.</summary>
internal sealed class EmptyCollections : IResource
{
    public IReadOnlyList<Route> Routes =>
        [Route.Get("/v2.1/os-aggregates", request => Empty(request, "os-aggregates", "aggregates"))];

    private static WireAnswer Empty(OpenStackRequest request, string resource, string name)
    {
        DemandAdmin(request, $"{resource}:index");
        return WireAnswer.Ok(new JsonObject { [name] = new JsonArray() });
    }
}
