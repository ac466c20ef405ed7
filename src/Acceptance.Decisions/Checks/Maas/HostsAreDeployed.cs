using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Maas;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Maas;

/// <summary>
/// MAAS calls every host of the site what the site expects (phase-00; FACTS 8.6). A host is found by its name; its
/// system_id is MAAS's own of today, and never one of a document (DOCFIX-017, DOCFIX-040).
/// </summary>
public static class HostsAreDeployed
{
    public static Check Check { get; } =
        new()
        {
            Id = "hosts-deployed",
            Promise = "every host of the site stands in MAAS as the site expects it",
            Rung = "machines",
            Gates = true,
            Needs = [SiteNeed.Maas],
            Facts = [MaasFacts.Machines],
            Judgement = sheet => Judge(sheet.Reading(MaasFacts.Machines), sheet.Site.Maas!),
        };

    // A login that MAAS asks for is no stale login of Juju's.
    private static Verdict Judge(Reading<IReadOnlyList<MaasMachine>> read, SiteMaas site) =>
        read is Reading<IReadOnlyList<MaasMachine>>.Unread { Why: Unreadable.LoginNeeded } unread
            ? Verdict.NotKnown(unread.Sentence, null, unread.Evidence)
            : read.Judge((machines, evidence) => Judge(machines, site, evidence));

    public static Verdict Judge(IReadOnlyList<MaasMachine> machines, SiteMaas site, Evidence evidence)
    {
        if (site.Hosts.Count == 0)
            return Verdict.NotKnown($"the site names no host ($.maas.hosts)", null, evidence);
        if (machines.Count == 0)
            return Verdict.NotKnown($"MAAS lists no machine", null, evidence);
        (string Host, MaasMachine[] Known)[] hosts =
        [
            .. site.Hosts.Select(host => (host, machines.Where(machine => machine.Hostname == host).ToArray())),
        ];
        Finding[] findings = [.. hosts.SelectMany(one => Wrong(one.Host, one.Known, site, evidence))];
        if (findings.Length > 0)
            return new Verdict.Broken(findings);
        return
            hosts.Select(one => Unclear(one.Host, one.Known, site)).FirstOrDefault(one => one is not null)
                is { } unclear
            ? Verdict.NotKnown(unclear, null, evidence)
            : Verdict.Keep(
                $"MAAS calls {hosts.Length} hosts {Or(site.Status)} and powered {Or(site.Power)} "
                    + $"({string.Join(", ", hosts.Select(one => $"{one.Host} is {one.Known[0].SystemId}"))})",
                evidence
            );
    }

    private static IEnumerable<Finding> Wrong(string host, MaasMachine[] known, SiteMaas site, Evidence evidence)
    {
        if (known.Length == 0)
            yield return new Finding($"MAAS knows no machine called {host}", host, MachineNotDeployed.Id, evidence);
        if (known is not [var machine])
            yield break;
        if (machine.StatusName.Known is not null && !machine.StatusName.IsAmong(site.Status))
            yield return new Finding(
                $"MAAS calls {host} ({machine.SystemId}) {machine.StatusName}, not {Or(site.Status)}",
                host,
                MachineNotDeployed.Id,
                evidence
            );
        else if (
            machine.PowerState.Known is PowerState.Off or PowerState.On or PowerState.Error
            && !machine.PowerState.IsAmong(site.Power)
        )
            yield return new Finding(
                $"MAAS calls {host} ({machine.SystemId}) {machine.StatusName}, and its power {machine.PowerState}, "
                    + $"not {Or(site.Power)}",
                host,
                MachineNotDeployed.Id,
                evidence
            );
    }

    // A word that nobody knows, a power that MAAS cannot ask, a name that two machines bear: nothing is proven.
    private static Sentence? Unclear(string host, MaasMachine[] known, SiteMaas site) =>
        known switch
        {
            [{ StatusName.Known: null } one] =>
                $"MAAS calls {host} ({one.SystemId}) \"{one.StatusName}\", and nobody knows what that is",
            [var one] when !one.PowerState.IsAmong(site.Power) =>
                $"MAAS does not know whether {host} ({one.SystemId}) is powered (it says \"{one.PowerState}\"); where "
                    + $"it cannot, let $.maas.power hold that word",
            [_] => null,
            _ => $"{known.Length} machines of MAAS are called {host}: "
                + $"{string.Join(", ", known.Select(one => one.SystemId))}",
        };

    private static string Or(IReadOnlyList<string> words) => string.Join(" or ", words);
}
