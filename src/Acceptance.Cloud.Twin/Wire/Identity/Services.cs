using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Services of the catalog.</summary>
internal sealed class Services(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/v3/services", List), Route.Get("/v3/services/{id}", Show)];

    private WireAnswer List(OpenStackRequest request)
    {
        var services = KeystoneQuery.Filter(
            request,
            identity.Catalog.Services,
            service => service.Name,
            service => service.Enabled
        );
        if (request.Query("type") is { } type)
            services = services.Where(service => service.Type == type);
        return GuardedList(request, "list_services", "services", services, KeystoneJson.Service);
    }

    private WireAnswer Show(OpenStackRequest request) =>
        Shown(
            request,
            "get_service",
            "service",
            identity.Catalog.Services.Find(service => service.Id == request["id"]),
            KeystoneJson.Service
        );
}
