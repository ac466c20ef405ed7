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
            .Units.Select(unit => About(unit, Expected(model, site, unit), Entry(unit, model, site), evidence))
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
        Finding[] findings =
        [
            .. site
                .Expected.Where(entry => entry.Key != "*")
                .Select(entry =>
                    Counted(entry.Key, entry.Value.Units, Members(model, site, entry.Key), model, evidence)
                )
                .OfType<Finding>(),
            .. model
                .Applications.Where(application => Expected(site, application).Units is null)
                .Where(application => model.Units.All(unit => unit.Application != application.Name))
                .Select(application => new Finding(
                    $"{application.Name} has no unit",
                    application.Name,
                    null,
                    evidence
                )),
        ];
        return Verdict.From(findings, () => $"{model.Applications.Count} applications have their units", evidence);
    }

    private static Finding? Counted(string name, int? wanted, string[] members, JujuModel model, Evidence evidence)
    {
        if (members.Length == 0)
            return new Finding($"the application {name} is not in the model", name, null, evidence);
        JujuUnit[] units = [.. model.Units.Where(unit => members.Contains(unit.Application))];
        var seen = units.Length;
        var have = members.Length == 1 ? "has" : "have";
        var kind = units.Any(unit => unit.Principal is not null) ? "subordinate units" : "principal units";
        return wanted is { } count && seen != count
            ? new Finding(
                $"{string.Join(" and ", members)} {have} {seen} {kind}, the site counts {count}",
                name,
                null,
                evidence
            )
            : null;
    }

    /// <summary>The applications that an entry of the table is about: of its name, else of its charm.</summary>
    private static string[] Members(JujuModel model, SiteJuju site, string name) =>
        [
            .. model
                .Applications.Where(application =>
                    application.Name == name
                    || (application.CharmName == name && !site.Expected.ContainsKey(application.Name))
                )
                .Select(application => application.Name),
        ];

    // What is normal is the charm's, whatever the site calls its application; a name in the table comes first.
    private static ExpectedState Expected(SiteJuju site, JujuApplication application) =>
        site.Expected.GetValueOrDefault(application.Name)
        ?? site.Expected.GetValueOrDefault(application.CharmName)
        ?? site.Expected.GetValueOrDefault("*")
        ?? Usual;

    private static ExpectedState Expected(JujuModel model, SiteJuju site, JujuUnit unit) =>
        Expected(
            site,
            model.Applications.FirstOrDefault(application => application.Name == unit.Application)
                ?? new JujuApplication(unit.Application, unit.Application, 0, [])
        );

    private static Finding? About(JujuUnit unit, ExpectedState expected, string? entry, Evidence evidence) =>
        Wrong(unit, expected) is { } what ? FindingAt(unit, what, entry, evidence) : null;

    private static string? Wrong(JujuUnit unit, ExpectedState expected)
    {
        if (unit.Workload.Unsaid || unit.Agent.Unsaid)
            return $"says nothing of its {(unit.Workload.Unsaid ? "workload" : "agent")}";
        if (!unit.Agent.IsAmong(expected.Agent) && !unit.IsUpdatingStatus)
            return $"has an agent that is {unit.Agent}{Runs(unit)}{Moment.Since(unit.AgentSince)}, "
                + $"not {Or(expected.Agent)}"
                + (unit.Hook.Length == 0 ? "" : "; when it stays so, read its log of that time (juju debug-log)");
        if (!unit.Workload.IsAmong(expected.Workload))
            return $"is {unit.Workload}{Says(unit)}{Moment.Since(unit.Since)}, not {Or(expected.Workload)}";
        // Any charm that defers says so behind its usual words: the unit is active, and runs what it had (FACTS 0.12).
        if (unit.Message.Contains(Deferred, StringComparison.Ordinal))
            return $"is {unit.Workload}{Says(unit)}{Moment.Since(unit.Since)}: {NotRestarted}";
        var asExpected =
            expected.Messages.Count == 0
            || expected.Messages.Any(pattern =>
                Regex.IsMatch(unit.Message, $"^(?:{pattern})$", RegexOptions.NonBacktracking)
            );
        return asExpected
            ? null
            : $"is {unit.Workload}{Says(unit)}{Moment.Since(unit.Since)}, which is none of the messages the site "
                + $"calls normal";
    }

    private const string NotRestarted =
        "what was upgraded does not run yet; in a window of yours, run its action restart-services with "
        + "deferred-only=true (juju run)";

    private const string Deferred = "Services queued for restart";

    private static string Runs(JujuUnit unit) => unit.Hook.Length == 0 ? "" : $" ({unit.Hook})";

    private static Finding FindingAt(JujuUnit unit, string what, string? entry, Evidence evidence) =>
        new($"{unit.Name} {what}", unit.Name, entry, evidence)
        {
            MaySettle = unit.Agent.Known is AgentStatus.Executing or AgentStatus.Allocating or AgentStatus.Rebooting,
        };

    private static string? Entry(JujuUnit unit, JujuModel model, SiteJuju site) =>
        unit switch
        {
            { Agent.Known: AgentStatus.Lost } => Restart1.Id,
            // One that has work to do is never skipped (cases, near-misses N92, N93).
            { Workload.Known: WorkloadStatus.Error } => IsOfARelationThatIsGone(unit.Message) ? StuckHook.Id : null,
            // At work is neither sealed nor degraded.
            { Agent.Known: not AgentStatus.Idle } => null,
            _ when unit.Message.Contains("sealed", StringComparison.OrdinalIgnoreCase) => Roles.Players(
                model,
                site,
                Roles.Vault
            )(unit)
                ? Restart3.Id
                : null,
            _ when MySqlToleratesAFailure.IsOfItsCluster(unit.Message) => Roles.Players(model, site, Roles.MySql)(unit)
                ? MysqlOutage.Id
                : null,
            _ => null,
        };

    private static bool IsOfARelationThatIsGone(string message) =>
        message.Contains("-relation-broken", StringComparison.Ordinal)
        || message.Contains("-relation-departed", StringComparison.Ordinal);

    private static string Says(JujuUnit unit) => unit.Message.Length == 0 ? "" : $" ({unit.QuotedMessage})";

    private static string Or(IReadOnlyList<string> words) => string.Join(" or ", words);

    private static Sentence Kept(JujuModel model, SiteJuju site)
    {
        var subordinates = model.Units.Count(unit => unit.Principal is not null);
        var special = model
            .Units.Where(unit => !unit.Workload.Is(WorkloadStatus.Active))
            .Select(unit => $"{unit.Name} is {unit.Workload}, which is normal for it")
            .Concat(
                model
                    .Units.Where(unit => unit.IsUpdatingStatus)
                    .Select(unit => $"{unit.Name} is at its five-minute update-status hook")
            )
            .ToArray();
        return $"{model.Units.Count - subordinates} principals and {subordinates} subordinates ({model.Units.Count} "
            + $"units in all) say what the site calls normal"
            + $"{(special.Length == 0 ? "" : $" ({string.Join("; ", special)})")}";
    }
}
