using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Keystone issues a token in the scope of the openrc; when it does not, a wrong scope is told from a wrong password
/// (DOCFIX-022).
/// </summary>
public static class ScopeIsRight
{
    public static Check Check { get; } =
        new()
        {
            Id = "scope-right",
            Promise = "Keystone issues a token in the right scope",
            Rung = "keystone",
            Gates = true,
            Facts = [IdentityFacts.AdminToken, IdentityFacts.ScopeDiagnosis],
            Judgement = sheet =>
                Judge(sheet.Reading(IdentityFacts.AdminToken), sheet.Reading(IdentityFacts.ScopeDiagnosis)),
        };

    public const string Entry = Docfix022.Id;

    public static Verdict Judge(Reading<TokenFacts> token, Reading<ScopeDiagnosis>? diagnosis) =>
        token switch
        {
            Reading<TokenFacts>.Seen seen => JudgeRoles(seen.Value, seen.Evidence),
            Reading<TokenFacts>.Unread { Why: Unreadable.Unauthorised } unread
                when diagnosis is Reading<ScopeDiagnosis>.Seen { Value.CredentialIsGood: true } known => JudgeRefused(
                known.Value,
                unread.Evidence
            ),
            _ => token.JudgeMust("keystone", null, (_, evidence) => Verdict.Keep($"", evidence)),
        };

    // Keystone compares the names of roles without case.
    private static Verdict JudgeRoles(TokenFacts me, Evidence evidence) =>
        me.Roles.FirstOrDefault(role => role.Equals("admin", StringComparison.OrdinalIgnoreCase)) is { } admin
            ? Verdict.Keep($"the user {me.UserName} has the role {admin} on the project {me.ProjectName}", evidence)
            : Verdict.Break(
                $"the user {me.UserName} has no admin role on the project {me.ProjectName}, though its token is good: "
                    + $"the roles are {(me.Roles.Count == 0 ? "none" : string.Join(", ", me.Roles))}; "
                    + $"give the site the openrc of an administrator, or this user the role (openstack role add)",
                me.ProjectName,
                null,
                evidence
            );

    // The entry is named only where the project is the reason: another one can be entered.
    private static Verdict JudgeRefused(ScopeDiagnosis known, Evidence evidence) =>
        known switch
        {
            { AskedIsDisabled: true } => Verdict.Break(
                $"the credential is good, and the project {known.AskedProject} that the openrc scopes to is disabled: "
                    + $"enable it (openstack project set --enable){Instead(known)}",
                known.AskedProject,
                null,
                evidence
            ),
            { PossibleProjects.Count: 0 } => Verdict.Break(
                $"the credential is good, and its user has a role on no project: {known.AskedProject}, which the "
                    + $"openrc scopes to, cannot be entered; give the user a role there (openstack role add)",
                known.AskedProject,
                null,
                evidence
            ),
            _ => Verdict.Break(
                $"the credential is good, the scope is wrong: the openrc scopes to {known.AskedProject}, "
                    + $"the user may scope to {string.Join(", ", known.PossibleProjects)}",
                known.AskedProject,
                Entry,
                evidence
            ),
        };

    private static string Instead(ScopeDiagnosis known) =>
        known.PossibleProjects.Count == 0
            ? ""
            : ", or have the openrc scope to one that the user may enter "
                + $"({string.Join(", ", known.PossibleProjects)})";
}
