using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Keystone's policy files let a user give a trust (D-065). The base policy's template, trust.trustor_user_id, never
/// resolves on Caracal, so that every caller gets 403; target.trust.trustor_user_id does, in a policyd override or in
/// the base policy of a younger charm. Files of policy.d go over the base, the last of their names over the others.
/// </summary>
public static partial class TrustPolicyIsRight
{
    public static Check Check { get; } =
        new()
        {
            Id = "trust-policy",
            Promise = "no policy of Keystone's stands in the way of a trust",
            Rung = "magnum",
            Gates = true,
            Needs = [SiteNeed.Workload, SiteNeed.Juju],
            After = [MagnumLists.Check],
            Facts = [PrerequisiteFacts.TrustPolicies],
            Judgement = sheet => sheet.Judge(PrerequisiteFacts.TrustPolicies, Judge),
        };

    public const string Entry = D065.Id;

    private const string Resolves = "%(target.trust.trustor_user_id)s";

    private const string NeverResolves = "%(trust.trustor_user_id)s";

    private sealed record Rule(string File, string Text)
    {
        /// <summary>As a sentence names it; a rule without words lets everybody.</summary>
        public string Quoted => Text.Length > 0 ? $"\"{Text}\"" : "a rule that lets everybody";

        public bool IsOverride => File.Contains("/policy.d/", StringComparison.Ordinal);

        public bool LetsTheTrustor => Text is "" or "@" || Text.Contains(Resolves, StringComparison.Ordinal);

        public bool LetsNobody => Text == "!" || Text.Contains(NeverResolves, StringComparison.Ordinal);
    }

    /// <param name="units">What grep found of the rule, with the files' names; exit 1: none has it.</param>
    public static Verdict Judge(UnitAnswers units, Evidence evidence)
    {
        var read = units
            .Heard.Where(answer => answer.Exit is 0 or 1 || answer.Stdout.Length > 0)
            .Select(answer => (answer.Unit, Rule: InForce(answer.Stdout)))
            .ToArray();
        Finding[] findings =
        [
            .. read.Where(one => one.Rule is { LetsNobody: true, LetsTheTrustor: false })
                .Select(one => new Finding(
                    $"the policy of {one.Unit} refuses a trust to every caller, admin too: in force is "
                        + $"{one.Rule!.Quoted} of {one.Rule.File}",
                    one.Unit,
                    one.Rule.Text == "!" ? null : Entry,
                    evidence
                )),
        ];
        if (findings.Length == 0 && Unclear(units, read) is { } unclear)
            return Verdict.NotKnown(unclear, null, evidence);
        return units.Conclude(findings, () => Kept(units, [.. read.Select(one => one.Rule)]), evidence);
    }

    private static Sentence? Unclear(UnitAnswers units, IReadOnlyList<(string Unit, Rule? Rule)> read)
    {
        if (units.Heard.FirstOrDefault(answer => read.All(one => one.Unit != answer.Unit)) is { } unread)
            return $"Keystone's policy on {unread.Unit} could not be read (exit {unread.Exit}: {unread.Complaint})";
        if (read.FirstOrDefault(one => one.Rule is { LetsTheTrustor: false }) is not (var unit, { } rule))
            return null;
        return $"whom the policy of {unit} lets make a trust: in force is {rule.Quoted} of {rule.File}; only making "
            + $"one tells";
    }

    private static Sentence Kept(UnitAnswers units, IReadOnlyList<Rule?> rules) =>
        rules.OfType<Rule>().FirstOrDefault() is { } rule
            ? (Sentence)$"{string.Join(", ", units.Asked)}: in force is {rule.Quoted} of {rule.File}"
            : $"{string.Join(", ", units.Asked)}: no policy file says who may make a trust, so Keystone's own "
                + $"rule holds";

    private static Rule? InForce(string printed)
    {
        Rule[] rules =
        [
            .. Line().Matches(printed).Select(match => new Rule(match.Groups[1].Value, match.Groups[2].Value.Trim())),
        ];
        return rules.Where(rule => rule.IsOverride).OrderBy(rule => rule.File, StringComparer.Ordinal).LastOrDefault()
            ?? rules.FirstOrDefault();
    }

    // FILE:   "identity:create_trust": "RULE",   in JSON; YAML does without the marks and the comma.
    [GeneratedRegex(
        @"^(/[^:\n]+):[ \t]*[""']?identity:create_trust[""']?[ \t]*:[ \t]*[""']?([^""'\n\r]*)[""']?[ \t]*,?[ \t\r]*$",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Line();
}
