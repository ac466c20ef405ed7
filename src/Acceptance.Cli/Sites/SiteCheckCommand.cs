using System.CommandLine;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Waits;

namespace Acceptance.Cli.Sites;

/// <summary>
/// `acceptance site check PATH`: every problem of a site file, each with where it stands, what was found, what is
/// allowed; and which of its secrets others may read. Asks no cloud.
/// </summary>
internal static class SiteCheckCommand
{
    public static Command Make(TextWriter output)
    {
        var path = new Argument<string>("PATH") { Description = "The site file." };
        var command = new Command("check", "Says everything that is wrong with a site file. Asks no cloud.") { path };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(path), output));
        return command;
    }

    private static int Check(string path, TextWriter output)
    {
        var site = new SiteReader(Budgets.ByName.Keys, KnownIssueIndex.AllNames).Read(path);
        var unusable = SiteFiles.Unusable(site, path);
        if (unusable.Count > 0)
            throw new Refusal(ExitCode.Usage, string.Join(Environment.NewLine, unusable));
        output.WriteLine(
            $"{path}: the site {site.Name} reads without a problem; permit {site.Permit}, "
                + $"{site.Endpoints.Count} endpoints, {site.Waivers.Count} waivers."
        );
        foreach (var exposed in SiteFiles.Exposed(site, path))
            output.WriteLine(exposed);
        return ExitCode.Kept;
    }
}
