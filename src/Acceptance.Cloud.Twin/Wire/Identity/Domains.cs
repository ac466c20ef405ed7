using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Domains.</summary>
internal sealed class Domains(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/v3/domains", List), Route.Get("/v3/domains/{id}", Show)];

    private WireAnswer List(OpenStackRequest request) =>
        GuardedList(
            request,
            "list_domains",
            "domains",
            KeystoneQuery.Filter(request, identity.Domains, domain => domain.Name, domain => domain.Enabled),
            KeystoneJson.Domain
        );

    private WireAnswer Show(OpenStackRequest request) =>
        Shown(
            request,
            "get_domain",
            "domain",
            identity.Domains.Find(domain => domain.Id == request["id"]),
            KeystoneJson.Domain,
            request["id"] == request.Caller.Domain?.Id || request["id"] == request.Caller.Project?.Domain.Id
        );
}
