using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaPolicy;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Providers, and flavors, of which there are none.</summary>
internal sealed class Providers(string root) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get($"{root}/providers", List), Route.Get($"{root}/flavors", Flavors)];

    private static WireAnswer List(OpenStackRequest request)
    {
        DemandReader(request);
        return WireAnswer.Ok(
            new JsonObject
            {
                ["providers"] = new JsonArray(
                    Provider("amphora", "The Octavia Amphora driver."),
                    Provider("octavia", "Deprecated alias of the Octavia Amphora driver."),
                    Provider("ovn", "Octavia OVN driver.")
                ),
            }
        );
    }

    private static JsonObject Provider(string name, string description) =>
        new() { ["name"] = name, ["description"] = description };

    private static WireAnswer Flavors(OpenStackRequest request) =>
        OctaviaList.Answer(request, "flavors", "id name description enabled flavor_profile_id", []);
}
