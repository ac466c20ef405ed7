using System.Globalization;
using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Runs.Resources;

namespace Acceptance.Runs.Rehearsals;

/// <summary>
/// A one-liner of the runbooks, word for word from features/lines, and what it prints when it sees nothing wrong. What is literal about one
/// cloud in it stands as a placeholder, filled from the site.
/// </summary>
public sealed record LiteralLine(string Id, Func<ShellAnswer, bool> SeesNothing, bool OnWorkload)
{
    public static LiteralLine Charms { get; } =
        new("D-011.1", answer => answer.Stdout.Trim() == "all active/idle", false);

    public static LiteralLine Addresses { get; } =
        new("D-011.2", answer => answer.Stdout.Trim() is "200" or "300", false);

    public static LiteralLine TenantReach { get; } =
        new("D-011.3", answer => answer.Stdout.Contains("VIP-OK", StringComparison.Ordinal), false);

    public static LiteralLine StuckPods { get; } =
        new("phase-08.3", answer => answer is { Exit: 0 } && answer.Stdout.Trim().Length == 0, true);

    public async Task<Reading<ShellAnswer>> Run(ICloud cloud, string root)
    {
        var keystone = cloud.Site.Endpoints.First(endpoint => endpoint.Service == "keystone").Url;
        var text = (await File.ReadAllTextAsync(Path.Combine(root, "features", "lines", $"{Id}.sh")))
            .Replace("{keystone}", keystone.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("{keystone-host}", keystone.Host, StringComparison.Ordinal)
            .Replace("{keystone-port}", keystone.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (!OnWorkload)
            return await cloud.Shell.OnJumphost(text);
        var file = await new RehearsalChecks(cloud).KubeconfigFile();
        return await cloud.Shell.OnJumphost($"export KUBECONFIG={file}\n{text}");
    }
}
