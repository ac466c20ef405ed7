using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystonePolicy;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Endpoints of the catalog.</summary>
internal sealed class Endpoints(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/v3/endpoints", List), Route.Get("/v3/endpoints/{id}", Show)];

    private WireAnswer List(OpenStackRequest request)
    {
        Enforce(request, "list_endpoints");
        var endpoints = identity.Catalog.Services.SelectMany(service =>
            service.Endpoints.Select(endpoint => (service, endpoint))
        );
        if (request.Query("service_id") is { } service)
            endpoints = endpoints.Where(one => one.service.Id == service);
        if (request.Query("interface") is { } face)
            endpoints = endpoints.Where(one => one.endpoint.Interface == face);
        if (request.Query("region_id") is { } region)
            endpoints = endpoints.Where(one => one.endpoint.Region == region);
        return Listed(
            request,
            "endpoints",
            endpoints,
            one => KeystoneJson.Endpoint(one.service, one.endpoint, Root(request))
        );
    }

    private WireAnswer Show(OpenStackRequest request)
    {
        Enforce(request, "get_endpoint");
        foreach (var service in identity.Catalog.Services)
        {
            if (service.Endpoints.Find(endpoint => endpoint.Id == request["id"]) is { } endpoint)
                return WireAnswer.Ok(
                    new JsonObject { ["endpoint"] = KeystoneJson.Endpoint(service, endpoint, Root(request)) }
                );
        }

        throw new ApiRefusal(404, $"Could not find endpoint: {request["id"]}.");
    }
}
