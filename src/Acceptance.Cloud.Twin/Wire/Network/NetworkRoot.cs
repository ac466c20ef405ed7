using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Neutron's one version, what is below it, and its health.</summary>
internal sealed class NetworkRoot : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/", Versions).ForAnyone(),
            Route.Get("/healthcheck", Health).ForAnyone(),
            Route.Get("/v2.0", Collections),
        ];

    private static WireAnswer Versions(OpenStackRequest request)
    {
        var version = new JsonObject
        {
            ["id"] = "v2.0",
            ["status"] = "CURRENT",
            ["links"] = Self($"{request.Base}/v2.0/"),
        };
        return WireAnswer.Ok(new JsonObject { ["versions"] = new JsonArray(version) });
    }

    private static WireAnswer Collections(OpenStackRequest request)
    {
        if (!request.Path.EndsWith('/'))
            throw new ApiRefusal(404, "The resource could not be found.", "HTTPNotFound");
        string[] names = ["network", "subnet", "subnetpool", "port"];
        return WireAnswer.Ok(
            new JsonObject { ["resources"] = new JsonArray([.. names.Select(name => Collection(request, name))]) }
        );
    }

    private static JsonObject Collection(OpenStackRequest request, string name) =>
        new()
        {
            ["name"] = name,
            ["collection"] = $"{name}s",
            ["links"] = Self($"{request.Base}/v2.0/{name}s"),
        };

    private static JsonArray Self(string url) => new(new JsonObject { ["rel"] = "self", ["href"] = url });

    private static WireAnswer Health(OpenStackRequest request) =>
        request.Header("Accept")?.Contains("json", StringComparison.Ordinal) == true
            ? WireAnswer.Ok(new JsonObject { ["detailed"] = false, ["reasons"] = new JsonArray("OK") })
            : WireAnswer.Text(200, "OK");
}
