using System.Globalization;
using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;

namespace Acceptance.Runs.Rehearsals;

/// <summary>
/// A text of features/lines in a real shell on a rehearsal's jumphost. What is literal about one cloud in it stands as
/// a placeholder, filled from the site.
/// </summary>
internal static class RehearsalScript
{
    public static async Task<string> Read(Rehearsal rehearsal, string root, string name)
    {
        var keystone = rehearsal.Cloud.Site.Endpoints.First(endpoint => endpoint.Service == "keystone").Url;
        var image = rehearsal.Cloud.Site.Workload!.Image;
        return (await File.ReadAllTextAsync(Path.Combine(root, "features", "lines", name)))
            .Replace(
                "{chassis}",
                Roles.ApplicationOf(rehearsal.Cloud.Site.Juju!, Roles.Chassis),
                StringComparison.Ordinal
            )
            .Replace("{keystone}", keystone.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("{image-url}", image.Url.ToString(), StringComparison.Ordinal)
            .Replace("{image-sha512}", image.Sha512, StringComparison.Ordinal)
            .Replace("{keystone-host}", keystone.Host, StringComparison.Ordinal)
            .Replace("{keystone-port}", keystone.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    public static async Task<Reading<ShellAnswer>> Run(Rehearsal rehearsal, string name, string text)
    {
        var home = PrivateFolder.Make(rehearsal.Cloud.Site.Jumphost.Home!);
        home.Replace(name, text);
        return await rehearsal.Cloud.Shell.OnJumphost(CommandCatalogue.RunbookLine.With(home.In(name)));
    }
}
