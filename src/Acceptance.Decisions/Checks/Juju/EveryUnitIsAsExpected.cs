using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Juju;

/// <summary>
/// Every unit, subordinates included, says what the expected-state table allows, and every application has its units
/// (D-011.1). The runbook's grep for active or idle passes a sealed Vault and a lost agent (FACTS 0.1).
/// </summary>
public static class EveryUnitIsAsExpected
{
    public static Check States { get; } =
        new()
        {
            Id = "units-as-expected",
            Promise = "every unit says what the site calls normal for it",
            Rung = "juju",
            Needs = [SiteNeed.Juju],
            Facts = [JujuFacts.Model],
            Judgement = sheet =>
                sheet.Judge(JujuFacts.Model, (model, evidence) => Judge(model, sheet.Site.Juju!, evidence)),
        };

    public static Check Counts { get; } =
        new()
        {
            Id = "applications-have-units",
            Promise = "every application has its units",
            Rung = "juju",
            Needs = [SiteNeed.Juju],
            Facts = [JujuFacts.Model],
            Judgement = sheet =>
                sheet.Judge(JujuFacts.Model, (model, evidence) => JudgeCounts(model, sheet.Site.Juju!, evidence)),
        };

    private static readonly ExpectedState Usual = new();

    public static Verdict Judge(JujuModel model, SiteJuju site, Evidence evidence)
    {
        if (model.Units.Count == 0)
            return Verdict.NotKnown($"no units were seen", null, evidence);
        var findings = model
            .Units.Select(unit => About(unit, Expected(site, unit.Application), site, evidence))
            .OfType<Finding>()
            .ToList();
        return Verdict.From(findings, () => Kept(model, site), evidence);
    }

    /// <summary>
    /// The other half: applications with fewer or more units than the site counts on, or with none at all.
    /// </summary>
    public static Verdict JudgeCounts(JujuModel model, SiteJuju site, Evidence evidence)
    {
        if (model.Applications.Count == 0)
            return Verdict.NotKnown($"no applications were seen", null, evidence);
        List<Finding> findings = [];
        foreach (
            var name in site.Expected.Keys.Where(name =>
                name != "*" && model.Applications.All(application => application.Name != name)
            )
        )
            findings.Add(new Finding($"the application {name} is not in the model", name, null, evidence));
        foreach (var application in model.Applications)
        {
            var seen = model.Units.Count(unit => unit.Application == application.Name);
            var wanted = Expected(site, application.Name).Units;
            if (wanted is { } count && seen != count)
                findings.Add(
                    new Finding(
                        $"{application.Name} has {seen} units, the site counts {count}",
                        application.Name,
                        null,
                        evidence
                    )
                );
            else if (wanted is null && seen == 0)
                findings.Add(new Finding($"{application.Name} has no unit", application.Name, null, evidence));
        }

        return Verdict.From(findings, () => $"{model.Applications.Count} applications have their units", evidence);
    }

    private static ExpectedState Expected(SiteJuju site, string application) =>
        site.Expected.GetValueOrDefault(application) ?? site.Expected.GetValueOrDefault("*") ?? Usual;

    private static Finding? About(JujuUnit unit, ExpectedState expected, SiteJuju site, Evidence evidence)
    {
        if (unit.Workload.Unsaid || unit.Agent.Unsaid)
            return FindingAt(
                unit,
                $"says nothing of its {(unit.Workload.Unsaid ? "workload" : "agent")}",
                site,
                evidence
            );
        if (!unit.Agent.IsAmong(expected.Agent))
            return FindingAt(unit, $"has an agent that is {unit.Agent}, not {Or(expected.Agent)}", site, evidence);
        if (!unit.Workload.IsAmong(expected.Workload))
            return FindingAt(unit, $"is {unit.Workload}{Says(unit)}, not {Or(expected.Workload)}", site, evidence);
        var asExpected =
            expected.Messages.Count == 0
            || expected.Messages.Any(pattern =>
                Regex.IsMatch(unit.Message, $"^(?:{pattern})$", RegexOptions.NonBacktracking)
            );
        return asExpected
            ? null
            : FindingAt(
                unit,
                $"is {unit.Workload}{Says(unit)}, which is none of the messages the site calls normal",
                site,
                evidence
            );
    }

    private static Finding FindingAt(JujuUnit unit, string what, SiteJuju site, Evidence evidence)
    {
        var since = unit.Since is { } moment ? $" since {moment:yyyy-MM-dd HH:mm} UTC" : "";
        return new Finding($"{unit.Name} {what}{since}", unit.Name, Entry(unit, site), evidence);
    }

    private static string? Entry(JujuUnit unit, SiteJuju site) =>
        unit switch
        {
            { Agent.Known: AgentStatus.Lost } => Restart1.Id,
            { Workload.Known: WorkloadStatus.Error } => StuckHook.Id,
            _ when unit.Application == Roles.ApplicationOf(site, Roles.Vault) => Restart3.Id,
            _ when unit.Application == Roles.ApplicationOf(site, Roles.MySql) => MysqlOutage.Id,
            _ => null,
        };

    private static string Says(JujuUnit unit) => unit.Message.Length == 0 ? "" : $" (\"{unit.Message}\")";

    private static string Or(IReadOnlyList<string> words) => string.Join(" or ", words);

    private static Sentence Kept(JujuModel model, SiteJuju site)
    {
        var subordinates = model.Units.Count(unit => unit.Principal is not null);
        var special = model
            .Units.Where(unit => !unit.Workload.Is(WorkloadStatus.Active))
            .Select(unit => $"{unit.Name} is {unit.Workload}, which is normal for it")
            .ToArray();
        return $"{model.Units.Count - subordinates} units and {subordinates} subordinates say what the site calls "
            + $"normal"
            + $"{(special.Length == 0 ? "" : $" ({string.Join("; ", special)})")}";
    }
}
