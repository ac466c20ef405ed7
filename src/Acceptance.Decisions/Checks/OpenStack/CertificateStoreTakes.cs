using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// The store takes what Magnum puts there before its driver is asked: the authority of the cluster goes into Barbican,
/// and from there into Vault (D-067). That it does is shown by storing a secret; why it does not, by what Vault told
/// Barbican.
/// </summary>
public static class CertificateStoreTakes
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

    /// <param name="refusals">What Barbican's logs hold of Vault's refusals; null where they were not read.</param>
    public static Verdict Judge(Reading<string> stored, UnitAnswers? refusals) =>
        stored is Reading<string>.Unread { Why: Unreadable.ServerError } failed
            ? JudgeFailed(failed, refusals)
            : stored.Judge((_, evidence) => Verdict.Keep($"Barbican took a secret and gave it up again", evidence));

    private static Verdict JudgeFailed(Reading<string>.Unread failed, UnitAnswers? refusals) =>
        refusals?.Heard.FirstOrDefault(answer => answer.Stdout.Trim().Length > 0) is { } told
            ? Verdict.Break(
                $"Barbican stores no secret, so no cluster gets its certificates: Vault refuses the address that it "
                    + $"comes from, as the log on {told.Unit} says: {told.Stdout.Trim()}",
                told.Unit,
                Entry,
                failed.Evidence
            )
            : Verdict.Break(
                $"Barbican stores no secret, so no cluster gets its certificates: {failed.Sentence}",
                "barbican",
                null,
                failed.Evidence
            );
}
