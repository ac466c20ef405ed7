using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Juju;

/// <summary>
/// Every member says, in its whole message, that the cluster tolerates a failure, and exactly one writes (ops-restart
/// stage 2). A degraded cluster is active in Juju, and its message contains ONLINE too (FACTS 0.5).
/// </summary>
public static partial class MySqlToleratesAFailure
{
    public static Check Check { get; } =
        new()
        {
            Id = "mysql-tolerates-a-failure",
            Promise = "the database cluster tolerates a failure and has one writer",
            Rung = "mysql",
            Gates = true,
            Needs = [SiteNeed.Juju],
            Facts = [JujuFacts.Model],
            Judgement = sheet =>
                sheet.Judge(JujuFacts.Model, (model, evidence) => Judge(model, sheet.Site.Juju!, evidence)),
        };

    private const string Entry = MysqlOutage.Id;

    public static Verdict Judge(JujuModel model, SiteJuju site, Evidence evidence)
    {
        var units = model.Units.Where(Roles.Players(model, site, Roles.MySql)).ToArray();
        if (units.Length == 0)
            return Verdict.NotKnown($"no unit of {Roles.ApplicationOf(site, Roles.MySql)} was seen", null, evidence);
        var findings = units
            .Where(unit => !Healthy().IsMatch(unit.Message))
            .Select(unit => new Finding(Says(unit), unit.Name, IsOfItsCluster(unit.Message) ? Entry : null, evidence))
            .ToList();
        var writers = units
            .Where(unit => unit.Message.Contains("Mode: R/W,", StringComparison.Ordinal))
            .Select(unit => unit.Name)
            .ToArray();
        if (findings.Count == 0 && writers.Length != 1)
            findings.Add(
                new Finding(
                    writers.Length == 0
                        ? (Sentence)$"no member says that it writes, exactly one must"
                        : $"{writers.Length} members say that they write ({string.Join(", ", writers)}), "
                            + $"exactly one must",
                    units[0].Name,
                    Entry,
                    evidence
                )
            );
        return Verdict.From(
            findings,
            () => $"{units.Length} members tolerate a failure, {writers[0]} writes",
            evidence
        );
    }

    /// <summary>
    /// The charm tells how its cluster is, and not what else a unit may wait for (charm-mysql-innodb-cluster:
    /// _assess_status; FACTS 0.4).
    /// </summary>
    public static bool IsOfItsCluster(string message) =>
        message.Contains("Cluster is ", StringComparison.Ordinal)
        || message.Contains("Cluster not healthy", StringComparison.Ordinal);

    private static Sentence Says(JujuUnit unit) =>
        unit.Message.Length == 0
            ? (Sentence)$"{unit.Name} says nothing of its cluster"
            : $"{unit.Name} says {unit.QuotedMessage}{Moment.Since(unit.Since)}: healthy is a cluster that is ONLINE, "
                + $"can tolerate a failure, and has no member that is not active";

    [GeneratedRegex(
        @"^Unit is ready: Mode: (R/W|R/O), Cluster is ONLINE and can tolerate up to (ONE failure|[1-9]\d* failures)\.$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Healthy();
}
