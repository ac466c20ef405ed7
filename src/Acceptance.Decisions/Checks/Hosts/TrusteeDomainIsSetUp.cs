using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// Magnum has a domain of its own to make trustees in: every magnum unit is told one and who rules it, and Keystone
/// has it (D-046). The charm sets up neither by itself: its action domain-setup does.
/// </summary>
public static class TrusteeDomainIsSetUp
{
    public static Check Check { get; } =
        new()
        {
            Id = "trustee-domain-set-up",
            Promise = "every magnum unit has a domain to make its trustees in",
            Rung = "magnum",
            Gates = true,
            Needs = [SiteNeed.Workload, SiteNeed.Juju],
            After = [MagnumLists.Check],
            Facts = [PrerequisiteFacts.TrusteeSettings, PrerequisiteFacts.TrusteeDomains],
            Judgement = sheet =>
                sheet.Judge(PrerequisiteFacts.TrusteeSettings, PrerequisiteFacts.TrusteeDomains, Judge),
        };

    public const string Entry = D046.Id;

    /// <param name="units">Their trustee settings; grep exits with 1 where there is none.</param>
    /// <param name="domains">Those of the domains that they name which Keystone has.</param>
    public static Verdict Judge(UnitAnswers units, IReadOnlyList<string> domains, Evidence evidence)
    {
        UnitAnswer[] read = [.. units.Heard.Where(answer => answer.Exit is 0 or 1)];
        Finding[] findings =
        [
            .. read.Select(answer =>
                    (answer.Unit, Missing: Missing(answer.Unit, TrusteeSettings.Read(answer.Stdout), domains))
                )
                .Where(one => one.Missing is not null)
                .Select(one => new Finding(one.Missing!, one.Unit, Entry, evidence)),
        ];
        if (findings.Length == 0 && units.Heard.Except(read).FirstOrDefault() is { } unread)
            return Verdict.NotKnown(
                $"magnum.conf on {unread.Unit} could not be read (exit {unread.Exit}: {unread.Complaint})",
                null,
                evidence
            );
        return units.Conclude(
            findings,
            () =>
                $"{string.Join(", ", units.Asked)}: trustees are made in the domain "
                + $"{string.Join(", ", read.Select(answer => Named(TrusteeSettings.Read(answer.Stdout))).Distinct())}",
            evidence
        );
    }

    private static Sentence? Missing(string unit, TrusteeSettings told, IReadOnlyList<string> domains) =>
        told switch
        {
            { Domain: null, DomainId: null } =>
                $"[trust] of magnum.conf on {unit} is empty: Magnum has no domain to make a trustee in",
            { Admin: null } =>
                $"[trust] of magnum.conf on {unit} names no trustee_domain_admin_name: nobody may make a "
                    + $"trustee in the domain {Named(told)}",
            { Domain: { } name } when !domains.Contains(name) =>
                $"{unit} is told to make trustees in the domain {name}, and Keystone has no domain of that name",
            _ => null,
        };

    private static string? Named(TrusteeSettings told) => told.Domain ?? told.DomainId;
}
