using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// The store takes what Magnum puts there before its driver is asked: the authority of the cluster goes into Barbican,
/// and from there into Vault (D-067). That it does is shown by storing a secret; why it does not, by what Vault told
/// Barbican. To its callers Barbican says no more than that it failed; its log has the store's words (barbican,
/// api/__init__.py and plugin/castellan_secret_store.py). Of a 400 these are Vault's own, of a 503 the status' name
/// alone (castellan, key_manager/vault_key_manager.py); a sealed Vault answers 503 (vault, logical/response_util.go).
/// </summary>
public static partial class CertificateStoreTakes
{
    public static Check Check { get; } =
        new()
        {
            Id = "certificate-store-takes",
            Promise = "the certificate store takes what a cluster would put there",
            Rung = "magnum",
            Needs = [SiteNeed.Workload, SiteNeed.Juju],
            Facts = [PrerequisiteFacts.SecretStored, PrerequisiteFacts.VaultRefusals],
            Judgement = sheet =>
                Judge(
                    sheet.Reading(PrerequisiteFacts.SecretStored),
                    sheet.Reading(PrerequisiteFacts.VaultRefusals).ValueOrDefault
                ),
        };

    public const string Entry = D067.Id;

    private const string OtherPlane = "unauthorized through CIDR restrictions";

    /// <param name="refusals">
    /// The last that Barbican's logs hold of a secret that could not be stored; null where they were not read.
    /// </param>
    public static Verdict Judge(Reading<string> stored, UnitAnswers? refusals) =>
        stored switch
        {
            Reading<string>.Unread { Why: Unreadable.ServerError } failed => JudgeFailed(failed, refusals),
            Reading<string>.Unread { Why: Unreadable.NotOursToRead, Evidence.Asked.IsEmpty: true } => Untried,
            _ => stored.Judge((_, evidence) => Verdict.Keep($"Barbican took a secret and gave it up again", evidence)),
        };

    // Nothing was stored, and nothing asked. The roles of Barbican's login say nothing of Vault's, and a log may hold a
    // refusal that has been cured since.
    private static Verdict.NotAsked Untried =>
        new(
            $"that Barbican answers is read at its address; whether Vault takes what it brings is shown by storing a "
                + $"secret alone, which needs the permit {Permit.Mutate.Word()}"
        );

    private static Verdict JudgeFailed(Reading<string>.Unread failed, UnitAnswers? refusals) =>
        refusals?.Heard.FirstOrDefault(answer => answer.Stdout.Trim().Length > 0) is { } told
            ? Verdict.Break(
                $"Barbican stores no secret, so no cluster gets its certificates: {Why(told.Stdout)}the log on "
                    + $"{told.Unit} says{Words(told.Stdout)}",
                told.Unit,
                told.Stdout.Contains(OtherPlane, StringComparison.Ordinal) ? Entry : null,
                failed.Evidence
            )
            : Verdict.Break(
                $"Barbican stores no secret, so no cluster gets its certificates: {failed.Sentence}",
                "barbican",
                null,
                failed.Evidence
            );

    private static string Why(string line) =>
        line.Contains(OtherPlane, StringComparison.Ordinal) ? "Vault refuses the address that it comes from, as "
        : line.TrimEnd().EndsWith("Service Unavailable", StringComparison.Ordinal)
            ? "Vault answers 503 (Service Unavailable), as a sealed one does (vault status); "
        : "the store behind it fails, as ";

    /// <summary>The moment, on the unit's clock, and what was said; else the line as it is.</summary>
    private static string Words(string line) =>
        Line().Match(line) is { Success: true } told
            ? $" at {told.Groups[1].Value}: {told.Groups[2].Value.Trim()}"
            : $": {line.Trim()}";

    [GeneratedRegex(
        @"([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8})[^\n]*Error storing secret: ([^\n]*)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Line();
}
