using System.Net;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// What the values of one section must be to each other. Judged only where the section itself was read.
/// </summary>
internal static partial class SiteConsistency
{
    /// <summary>Key below the section (empty: the section), what was found, what is allowed.</summary>
    public static IEnumerable<(string Key, string Found, string Allowed)> Of(object section) =>
        section switch
        {
            SiteCredentials credentials => Credentials(credentials),
            SiteImage image => Image(image),
            SiteVault vault when vault.Threshold > vault.Shares =>
            [
                (
                    "threshold",
                    $"{vault.Threshold} of {vault.Shares} shares",
                    $"at most the {vault.Shares} of $.vault.shares"
                ),
            ],
            SiteBaseline { Kind: SiteBaseline.Capture, Folder: null } =>
            [
                ("folder", "nothing", "the folder in which captures lie (required where the baseline is a capture)"),
            ],
            SiteJumphost { User: not null, Address: null } =>
            [
                (
                    "user",
                    "a user without an address",
                    "$.jumphost.address beside it, or neither (the jumphost is this host)"
                ),
            ],
            Site site => Whole(site),
            _ => [],
        };

    private static IEnumerable<(string, string, string)> Credentials(SiteCredentials held)
    {
        string[] named =
        [
            .. new[]
            {
                held.Openrc is null ? "" : "openrc",
                held.CloudsYaml is null ? "" : "cloudsYaml",
                held.Environment ? "environment" : "",
            }.Where(one => one.Length > 0),
        ];
        if (named.Length != 1)
            yield return (
                "",
                named.Length == 0 ? "no OpenStack credentials" : string.Join(" and ", named),
                "exactly one of openrc, cloudsYaml, environment"
            );
        if (held.CloudsYaml is not null && held.Cloud is null)
            yield return ("cloud", "nothing", "which cloud of the clouds.yaml is meant (required beside cloudsYaml)");
        // One that does not parse would hold no host, and nobody would see why.
        foreach (var (index, host) in held.Hosts.Index())
        {
            if (host.Contains('/') && !IPNetwork.TryParse(host, out _))
                yield return ($"hosts[{index}]", $"\"{host}\"", "a network such as 192.0.2.0/24");
        }

        if (held.CloudsYaml is null && held.Cloud is not null)
            yield return ("cloud", $"\"{held.Cloud}\" without a clouds.yaml", "cloudsYaml beside it, or no cloud");
    }

    /// <summary>L-P6-3: the version in the image's name and kube_version are one literal (DESIGN 7).</summary>
    private static IEnumerable<(string, string, string)> Image(SiteImage image)
    {
        if (Version().Match(image.Name) is { Success: true } named && named.Value != image.KubeVersion)
            yield return ("kubeVersion", $"\"{image.KubeVersion}\"", $"the version in the image's name, {named.Value}");
    }

    private static IEnumerable<(string, string, string)> Whole(Site site)
    {
        if (site.Permit == "destroy" && site.Juju?.ControllerUuid is null)
            yield return (
                "permit",
                "\"destroy\"",
                "destroy only beside the controller's uuid in $.juju.controllerUuid; else observe, mutate"
            );
        foreach (var (index, endpoint) in site.Endpoints.Index())
        {
            if (site.Endpoints.Take(index).Any(other => other.Url == endpoint.Url))
                yield return ($"endpoints[{index}].url", $"{endpoint.Url} a second time", "each address once");
        }

        foreach (var (index, waiver) in site.Waivers.Index())
        {
            if (site.Waivers.Take(index).Any(other => (other.Item, other.Victim) == (waiver.Item, waiver.Victim)))
                yield return (
                    $"waivers[{index}].item",
                    $"{waiver.Item} a second time",
                    "one waiver an item and victim"
                );
        }
    }

    [GeneratedRegex(@"v\d+\.\d+\.\d+", RegexOptions.CultureInvariant, SiteForms.MostMilliseconds)]
    private static partial Regex Version();
}
