using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// No scope leaks: each token is for the project that was asked, and no program inherits an OS_ variable (phase-08,
/// scope-hygiene preambles).
/// </summary>
public static class ScopesAreApart
{
    public static Check Check { get; } =
        new()
        {
            Id = "scopes-apart",
            Promise = "the administrator's scope and the tenant's are kept apart",
            Rung = "keystone",
            Needs = [SiteNeed.Workload],
            Facts = [IdentityFacts.AdminToken, IdentityFacts.TenantToken],
            Judgement = sheet =>
                sheet.Judge(
                    IdentityFacts.TenantToken,
                    IdentityFacts.AdminToken,
                    (tenant, admin, evidence) => Judge(admin, tenant, sheet.Site.Workload!, evidence)
                ),
        };

    public static Check Environment { get; } =
        new()
        {
            Id = "no-inherited-scope",
            Promise = "no program on the jumphost inherits another login's settings",
            Rung = "jumphost",
            Facts = [JumphostFacts.InheritedScope],
            Judgement = sheet => sheet.Judge(JumphostFacts.InheritedScope, JudgeEnvironment),
        };

    public static Check Resolved { get; } =
        new()
        {
            Id = "project-resolved-live",
            Promise = "the tenant project is the one that bears its name today",
            Rung = "keystone",
            Needs = [SiteNeed.Workload],
            Facts = [IdentityFacts.TenantToken, IdentityFacts.TenantProject],
            Judgement = sheet =>
                sheet.Judge(
                    IdentityFacts.TenantProject,
                    IdentityFacts.TenantToken,
                    (project, tenant, evidence) => JudgeResolved(tenant, project, evidence)
                ),
        };

    private const string Entry = ScopeHygiene.Id;

    public static Verdict Judge(TokenFacts admin, TokenFacts tenant, SiteWorkload site, Evidence evidence)
    {
        if (tenant.ProjectName != site.Project || tenant.ProjectDomain != site.Domain)
            return Verdict.Break(
                $"asked for {site.Domain}/{site.Project}, the token is for {tenant.ProjectDomain}/{tenant.ProjectName}",
                site.Project,
                Entry,
                evidence
            );
        return admin.ProjectId == tenant.ProjectId
            ? Verdict.Break(
                $"the administrator's token is for the tenant project {tenant.ProjectName}",
                tenant.ProjectName,
                Entry,
                evidence
            )
            : Verdict.Keep(
                $"the administrator asks in {admin.ProjectName}, the tenant in {tenant.ProjectName}",
                evidence
            );
    }

    public static Verdict JudgeEnvironment(ShellAnswer answer, Evidence evidence) =>
        answer.Exit != 0
            ? Verdict.NotKnown(
                $"the jumphost did not say what its programs inherit (exit {answer.Exit}: {answer.Stderr.Trim()})",
                null,
                evidence
            )
        : answer.Stdout.Trim() is { Length: > 0 } leaked
            ? Verdict.Break(
                $"programs of the jumphost inherit {string.Join(", ", leaked.Split('\n'))}",
                "the jumphost",
                Entry,
                evidence
            )
        : Verdict.Keep($"programs inherit no OS_ variable", evidence);

    public static Verdict JudgeResolved(TokenFacts tenant, Project project, Evidence evidence) =>
        tenant.ProjectId == project.Id
            ? Verdict.Keep($"{project.DomainName}/{project.Name} is {project.Id} today", evidence)
            : Verdict.Break(
                $"{project.DomainName}/{project.Name} is {project.Id}, the token is for {tenant.ProjectId}",
                project.Name,
                Docfix034.Id,
                evidence
            );
}
