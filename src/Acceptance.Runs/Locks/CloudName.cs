using Acceptance.Cloud.Sites;

namespace Acceptance.Runs.Locks;

/// <summary>
/// A folder name for one cloud: the controller's uuid (or the model) and the identity service's address.
/// </summary>
internal static class CloudName
{
    public static string Of(Site site)
    {
        var controller = site.Juju?.ControllerUuid ?? site.Juju?.Controller ?? "no-juju";
        var keystone =
            site.Endpoints.FirstOrDefault(endpoint => endpoint.Service == "keystone")?.Url.Authority ?? site.Name;
        return string.Concat(
            $"{controller}-{keystone}".Select(letter =>
                char.IsLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_'
            )
        );
    }
}
