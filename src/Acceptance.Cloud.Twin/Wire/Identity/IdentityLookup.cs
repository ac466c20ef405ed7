using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>What a path or a body names, or Keystone's 404.</summary>
internal static class IdentityLookup
{
    public static KeystoneProject ProjectById(this IdentityModel identity, string id) =>
        identity.Projects.Find(project => project.Id == id)
        ?? throw new ApiRefusal(404, $"Could not find project: {id}.");

    public static KeystoneUser UserById(this IdentityModel identity, string id) =>
        identity.Users.Find(user => user.Id == id) ?? throw new ApiRefusal(404, $"Could not find user: {id}.");

    public static KeystoneDomain DomainById(this IdentityModel identity, string id) =>
        identity.Domains.Find(domain => domain.Id == id) ?? throw new ApiRefusal(404, $"Could not find domain: {id}.");
}
