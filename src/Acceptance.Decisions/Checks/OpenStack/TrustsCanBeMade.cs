using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Whoever creates a cluster gives Magnum's trustee a trust: the login must be one that may (D-066), and Keystone must
/// take it (D-065). That it does is shown by making one. The login is Keystone's own layer: an application credential
/// is bound to one project, and whatever is the tenant's cannot even be read with it.
/// </summary>
public static class TrustsCanBeMade
{
    public static Check Login { get; } =
        new()
        {
            Id = "creator-password",
            Promise = "who creates clusters logs in with a password",
            Rung = "keystone",
            Gates = true,
            Needs = [SiteNeed.Workload],
            After = [ScopeIsRight.Check],
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
    /// By the token's own word. Older Keystones let an unrestricted application credential make a trust; a younger one
    /// refuses each, unless its [security_compliance] allow_insecure_application_credential_trust_escalation is on
    /// (keystone, api/trusts.py). A password serves with all of them.
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

    /// <summary>
    /// Keystone asks its policy first, which refuses by the name of its rule, then how the token was made, then the
    /// rest: each 403 has its own words (keystone, api/trusts.py and exception.py).
    /// </summary>
    public static Verdict JudgeTrial(Reading<string> made, TokenFacts me) =>
        made is Reading<string>.Unread { Why: Unreadable.Forbidden } refused
            ? Verdict.Break(
                $"{me.UserName} cannot make a trust, though it is the trustor: {refused.Sentence}",
                me.UserName,
                Known(refused.Sentence.ToString()),
                refused.Evidence
            )
            : made.Judge(
                (_, evidence) =>
                    Verdict.Keep($"{me.UserName} made a trust on {me.ProjectName} and took it back", evidence)
            );

    private static string? Known(string refusal) =>
        refusal.Contains(ApplicationCredential, StringComparison.Ordinal) ? Entry
        : refusal.Contains("identity:create_trust", StringComparison.Ordinal) ? TrustPolicyIsRight.Entry
        : null;
}
