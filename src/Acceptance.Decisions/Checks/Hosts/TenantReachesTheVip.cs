using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// From inside the management VM the VIP's port opens, and the API behind it answers over HTTPS: the kernel or
/// HAProxy's frontend accepts a connection with every backend down, so the port alone proves the path and not the
/// service (FACTS 0.18).
/// </summary>
public static partial class TenantReachesTheVip
{
    public static Check Port { get; } =
        new()
        {
            Id = "tenant-opens-the-port",
            Promise = "the port of the identity service opens to a machine inside the cloud",
            Rung = "mgmt-vm",
            Needs = [SiteNeed.Management],
            Facts = [ManagementFacts.ReachOfVip],
            Judgement = sheet =>
                sheet.Judge(
                    ManagementFacts.ReachOfVip,
                    (answer, evidence) => JudgePort(answer, sheet.Site.Management!, evidence)
                ),
        };

    public static Check Service { get; } =
        new()
        {
            Id = "tenant-is-answered",
            Promise = "the identity service answers a machine inside the cloud",
            Rung = "mgmt-vm",
            Needs = [SiteNeed.Management],
            Facts = [ManagementFacts.ReachOfVip],
            Judgement = sheet =>
                sheet.Judge(
                    ManagementFacts.ReachOfVip,
                    (answer, evidence) => JudgeService(answer, sheet.Site.Management!, evidence, ServiceAt(sheet.Site))
                ),
        };

    public static Verdict JudgePort(ShellAnswer answer, SiteManagement site, Evidence evidence) =>
        answer.Stdout.Contains("port=open", StringComparison.Ordinal)
            ? Verdict.Keep($"{site.Server} opens {site.ReachableFromTenant.Authority}", evidence)
        : answer.Stdout.Contains("port=closed", StringComparison.Ordinal)
            ? Verdict.Break(
                $"{site.Server} does not reach {site.ReachableFromTenant.Authority}",
                site.Server,
                D035.Id,
                evidence
            )
        : Verdict.NotKnown(
            $"{site.Server} did not say whether the port opened (exit {answer.Exit}: {answer.Stderr.Trim()})",
            null,
            evidence
        );

    private static string? ServiceAt(Site site) =>
        site
            .Endpoints.FirstOrDefault(one => one.Url.Authority == site.Management!.ReachableFromTenant.Authority)
            ?.Service;

    /// <param name="service">The service that the site names at the address; else the address is the victim.</param>
    public static Verdict JudgeService(
        ShellAnswer answer,
        SiteManagement site,
        Evidence evidence,
        string? service = null
    )
    {
        var code = Code().Match(answer.Stdout);
        if (!code.Success)
            return Verdict.NotKnown(
                $"{site.Server} did not say what {site.ReachableFromTenant} answered (exit {answer.Exit}: "
                    + $"{answer.Stderr.Trim()})",
                null,
                evidence
            );
        return code.Groups[1].Value is "200" or "300"
            ? Verdict.Keep($"{site.ReachableFromTenant} answers {code.Groups[1].Value} to {site.Server}", evidence)
            : Verdict.Break(
                code.Groups[1].Value == "000"
                    ? (Sentence)$"{site.ReachableFromTenant} takes {site.Server}'s connection and answers nothing"
                    : $"{site.ReachableFromTenant} answers {code.Groups[1].Value} to {site.Server}",
                service ?? site.ReachableFromTenant.Authority,
                // Which server behind it is down, and why, is haproxy's to say.
                null,
                evidence
            );
    }

    [GeneratedRegex(@"code=(\d{3})", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
