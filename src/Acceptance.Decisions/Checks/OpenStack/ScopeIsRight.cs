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
            // Keystone compares the names of roles without case.
            Reading<TokenFacts>.Seen seen when !seen.Value.Roles.Contains("admin", StringComparer.OrdinalIgnoreCase) =>
                Verdict.Break(
                    $"{seen.Value.UserName} has no admin role on {seen.Value.ProjectName}, though its token is good: the roles "
                        + $"are {(seen.Value.Roles.Count == 0 ? "none" : string.Join(", ", seen.Value.Roles))}",
                    seen.Value.ProjectName,
                    null,
                    seen.Evidence
                ),
            Reading<TokenFacts>.Seen seen => Verdict.Keep(
                $"{seen.Value.UserName} is admin in {seen.Value.ProjectName}",
                seen.Evidence
            ),
            Reading<TokenFacts>.Unread { Why: Unreadable.Unauthorised } unread
                when diagnosis is Reading<ScopeDiagnosis>.Seen { Value.AskedIsDisabled: true } known => Verdict.Break(
                $"the credential is good, and the project {known.Value.AskedProject} that the openrc scopes to is disabled",
                known.Value.AskedProject,
                null,
                unread.Evidence
            ),
            Reading<TokenFacts>.Unread { Why: Unreadable.Unauthorised } unread
                when diagnosis
                    is Reading<ScopeDiagnosis>.Seen
                    {
                        Value: { CredentialIsGood: true, PossibleProjects.Count: 0 } known
                    } => Verdict.Break(
                $"the credential is good, and its user has a role on no project: {known.AskedProject}, which the openrc "
                    + $"scopes to, cannot be entered",
                known.AskedProject,
                null,
                unread.Evidence
            ),
            Reading<TokenFacts>.Unread { Why: Unreadable.Unauthorised } unread
                when diagnosis is Reading<ScopeDiagnosis>.Seen { Value.CredentialIsGood: true } known => Verdict.Break(
                $"the credential is good, the scope is wrong: the openrc scopes to {known.Value.AskedProject}, "
                    + $"the user may scope to {string.Join(", ", known.Value.PossibleProjects)}",
                known.Value.AskedProject,
                Entry,
                unread.Evidence
            ),
            _ => token.JudgeMust("keystone", null, (_, evidence) => Verdict.Keep($"", evidence)),
        };
}
