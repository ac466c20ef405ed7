using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Whoever creates a cluster gives Magnum's trustee a trust: the login must be one that may (D-066), and Keystone must
/// take it (D-065). That it does is shown by making one.
/// </summary>
public static class TrustsCanBeMade
{
    public static Check Login { get; } =
        new()
        {
            Id = "creator-password",
            Promise = "who creates clusters logs in with a password",
            Rung = "magnum",
            Gates = true,
            Needs = [SiteNeed.Workload],
            Facts = [IdentityFacts.AdminToken],
            Judgement = sheet => sheet.Judge(IdentityFacts.AdminToken, JudgeLogin),
        };

    public static Check Trial { get; } =
        new()
        {
            Id = "trust-made",
            Promise = "a trust can be made and taken back",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            After = [Login],
            Facts = [PrerequisiteFacts.TrustMade, IdentityFacts.TenantToken],
            Judgement = sheet =>
                sheet.Judge(
                    IdentityFacts.TenantToken,
                    (me, _) => JudgeTrial(sheet.Reading(PrerequisiteFacts.TrustMade), me)
                ),
        };

    private const string Entry = D066.Id;

    private const string ApplicationCredential = "application_credential";

    /// <summary>
    /// By the token's own word. Keystones before their fix let an unrestricted application credential make a trust;
    /// a password serves with each.
    /// </summary>
    public static Verdict JudgeLogin(TokenFacts me, Evidence evidence) =>
        me.Methods.Contains(ApplicationCredential)
            ? Verdict.Break(
                $"{me.UserName} logs in with an application credential, and these make no trusts, whatever "
                    + $"`unrestricted` says: Magnum's create is refused at the trust",
                me.UserName,
                Entry,
                evidence
            )
        : me.Methods.Contains("password") ? Verdict.Keep($"{me.UserName} logs in with a password", evidence)
        : Verdict.NotKnown(
            $"how {me.UserName} logs in was not told (methods: {string.Join(", ", me.Methods.DefaultIfEmpty("none"))})",
            null,
            evidence
        );

    /// <summary>A 403 for the trustor's own trust is the policy's; every other refusal has its own words.</summary>
    public static Verdict JudgeTrial(Reading<string> made, TokenFacts me) =>
        made is Reading<string>.Unread { Why: Unreadable.Forbidden } refused
            ? Verdict.Break(
                $"{me.UserName} cannot make a trust, though it is the trustor: {refused.Sentence}",
                me.UserName,
                TrustPolicyIsRight.Entry,
                refused.Evidence
            )
            : made.Judge(
                (_, evidence) =>
                    Verdict.Keep($"{me.UserName} made a trust on {me.ProjectName} and took it back", evidence)
            );
}
